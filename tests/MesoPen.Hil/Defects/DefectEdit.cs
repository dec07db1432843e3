namespace MesoPen.Hil;

/// <summary>One change of one source file.</summary>
/// <param name="File">Path under src/.</param>
/// <param name="Find">Text that stands exactly once in it.</param>
/// <param name="Replace">What stands there instead: the same program unless the defect is selected.</param>
internal sealed record DefectEdit(string File, string Find, string Replace);
