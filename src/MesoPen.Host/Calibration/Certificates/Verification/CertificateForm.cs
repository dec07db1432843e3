namespace MesoPen.Host.Calibration;

/// <summary>What a file is.</summary>
internal enum CertificateForm
{
    /// <summary>None that carries a certificate: perhaps readings, or FHIR.</summary>
    Other,

    /// <summary>The record itself.</summary>
    Json,

    /// <summary>Sheets with the record in a data block.</summary>
    Html,

    /// <summary>PTB's XML with the record as its document.</summary>
    Dcc,
}
