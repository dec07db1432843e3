using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>All cells, on some threads; in the order of rows and columns.</summary>
internal static class GridSet
{
    private const int BitsPerByte = 8;

    public static IReadOnlyList<GridCell> Run(string? only, int jobs)
    {
        GridRun run = new();
        List<Func<GridCell>> work = [];
        foreach (GridRow row in GridRows.All.Where(row => only is null || row.Fault == only))
        {
            work.AddRange(GridSteps.All.Select(step => (Func<GridCell>)(() => run.Cell(row, step))));
        }

        for (int at = 0; at < PermitFrameLength; at++)
        {
            int here = at;
            if (only is null or FaultCatalogue.LinkFlip)
            {
                work.AddRange(Enumerable.Range(0, BitsPerByte).Select(bit => (Func<GridCell>)(() => run.Byte(FaultCatalogue.LinkFlip, here, bit))));
            }

            if (only is null or FaultCatalogue.LinkTruncate)
            {
                work.Add(() => run.Byte(FaultCatalogue.LinkTruncate, here, null));
            }

            if (only is null or FaultCatalogue.LinkCut)
            {
                work.Add(() => run.CutAt(here));
            }
        }

        GridCell[] cells = new GridCell[work.Count];
        Threads.Run(jobs, work.Count, at => cells[at] = work[at]());
        return cells;
    }

    /// <summary>Bytes of a permit frame on the wire, the zero at its end included.</summary>
    private static int PermitFrameLength
    {
        get
        {
            Span<byte> frame = stackalloc byte[FrameWriter.FrameMax];
            return FrameWriter.Write(frame, new FrameHeader(1, MessageType.PermitGrant, 1, 1), default(PermitGrantRequest));
        }
    }
}
