namespace MesoPen.Host.Records;

/// <summary>Records could not be written or read. The message is one sentence: what, where, what to do.</summary>
public sealed class RecordStoreException : Exception
{
    /// <inheritdoc cref="RecordStoreException" />
    public RecordStoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
