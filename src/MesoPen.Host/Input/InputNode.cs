namespace MesoPen.Host.Input;

/// <summary>A piece of a YAML file, with the line it stands on.</summary>
/// <param name="Line">Counted from 1.</param>
internal abstract record InputNode(int Line);
