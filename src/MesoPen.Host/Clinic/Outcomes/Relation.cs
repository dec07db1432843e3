namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>
/// How an adverse event is thought to relate to the treatment. The grades of the causality scale of the Uppsala Monitoring Centre, which FHIR
/// takes over as adverse-event-causality-assess.
/// </summary>
public enum Relation
{
    /// <summary>Time, course and absence of any other cause fit.</summary>
    Certain,

    /// <summary>Time and course fit, another cause is unlikely.</summary>
    Probable,

    /// <summary>Time fits, another cause may explain it too.</summary>
    Possible,

    /// <summary>Time does not fit, or another cause explains it.</summary>
    Unlikely,

    /// <summary>More is to be found out.</summary>
    Conditional,

    /// <summary>It cannot be judged.</summary>
    Unassessable,
}
