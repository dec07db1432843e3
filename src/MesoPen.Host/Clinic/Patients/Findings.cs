namespace MesoPen.Host.Clinic.Patients;

/// <summary>What an assessment finds.</summary>
/// <param name="Photodamage">Damage by light.</param>
/// <param name="Thickness">Thickness of the skin.</param>
/// <param name="Vascularity">Visible vessels.</param>
/// <param name="PriorProcedures">Procedures before, in words; empty for none.</param>
/// <param name="SystemicConditions">Conditions of the whole body, in words; empty for none.</param>
/// <param name="Note">Anything else.</param>
public sealed record Findings(
    Grade Photodamage, Thickness Thickness, Grade Vascularity, string PriorProcedures, string SystemicConditions, string? Note = null);
