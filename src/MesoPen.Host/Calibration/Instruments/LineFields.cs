namespace MesoPen.Host.Calibration;

/// <summary>The fields of a line, one or more spaces between them.</summary>
internal ref struct LineFields(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line.TrimEnd((byte)' ');

    /// <summary>Whether no field is left.</summary>
    public readonly bool AtEnd => _rest.IsEmpty;

    /// <summary>The next field; empty at the end, and where the line begins with a space.</summary>
    public ReadOnlySpan<byte> Next()
    {
        int end = _rest.IndexOf((byte)' ');
        ReadOnlySpan<byte> field = end < 0 ? _rest : _rest[..end];
        _rest = _rest[field.Length..].TrimStart((byte)' ');
        return field;
    }
}
