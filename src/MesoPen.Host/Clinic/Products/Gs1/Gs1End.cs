namespace MesoPen.Host.Clinic.Products;

/// <summary>How it is known where an element ends.</summary>
internal enum Gs1End
{
    /// <summary>By its length, which never varies.</summary>
    Predefined,

    /// <summary>By the separator behind it, or the end of the text.</summary>
    Separator,

    /// <summary>Not at all here: what it is is not supported.</summary>
    NotSupported,
}
