namespace MesoPen.Host.Records;

/// <summary>Which rows of a journal are meant.</summary>
internal enum JournalRows
{
    /// <summary>Every row.</summary>
    All,

    /// <summary>Rows of the clinic: their stream holds a slash.</summary>
    Clinic,

    /// <summary>Rows of treatment sessions: their stream holds no slash.</summary>
    Treatments,
}
