using MesoPen.Simulator;
using Microsoft.Data.Sqlite;

namespace MesoPen.Hil;

/// <summary>Faults of the catalogue that befall the host, on a real one: its process is killed or halted, its journal locked.</summary>
internal sealed class PtyHostFaults : IDisposable
{
    private readonly FaultPlan _plan;
    private readonly string _journal;
    private readonly Func<ChildProcess?> _host;
    private readonly Action<int?> _kill;
    private SqliteConnection? _lock;
    private uint _ended;

    public PtyHostFaults(IEnumerable<FaultSpec> faults, string journal, Func<ChildProcess?> host, Action<int?> kill)
    {
        (_journal, _host, _kill) = (journal, host, kill);
        _plan = new FaultPlan([.. faults], fault => Apply(fault, acting: true), fault => Apply(fault, acting: false));
    }

    /// <summary>Something was told of the plant, or time has passed.</summary>
    /// <param name="ms">Since the beginning of the run.</param>
    /// <param name="truth">The plant, as it was told.</param>
    public void Step(long ms, TruthLog truth)
    {
        bool over = truth.Phase == StrokePhase.End;
        uint ended = over && truth.Shot != _ended ? truth.Shot : 0;
        _ended = over ? truth.Shot : _ended;
        _plan.Step(new FaultInstant(ms, over ? 0 : truth.Shot, over ? StrokePhase.None : truth.Phase, ended, truth.Boots));
    }

    public void Dispose() => _lock?.Dispose();

    private void Apply(FaultSpec fault, bool acting)
    {
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.HostKill when acting:
                _kill(fault.ForMs);
                break;
            case FaultCatalogue.HostPause when acting:
                _host()?.Halt();
                break;
            case FaultCatalogue.HostPause:
                _host()?.GoOn();
                break;
            case FaultCatalogue.DiskLocked when acting:
                Lock();
                break;
            case FaultCatalogue.DiskLocked:
                _lock?.Dispose();
                _lock = null;
                break;
            default:
                break;
        }
    }

    /// <summary>Holds the journal as another program would that knows nothing of ours. Without a journal there is nothing to hold.</summary>
    private void Lock()
    {
        if (File.Exists(_journal))
        {
            _lock = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _journal, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
            _lock.Open();
            using SqliteCommand command = _lock.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            command.ExecuteNonQuery();
        }
    }
}
