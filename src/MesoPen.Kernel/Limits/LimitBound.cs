namespace MesoPen.Kernel;

/// <summary>Which side of a value a limit allows.</summary>
internal enum LimitBound { AtMost, AtLeast, MultipleOf }
