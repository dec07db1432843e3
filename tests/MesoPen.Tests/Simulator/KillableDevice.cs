using System.Text.Json;
using MesoPen.Firmware;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>A simulated device on files, whose process can die at any instant and begin again.</summary>
internal sealed class KillableDevice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesopen-sim-");
    private readonly SimulationOptions _options;
    private DyingMemory? _memory;

    internal KillableDevice(string profile, OperatorPace pace)
    {
        _options = new SimulationOptions { Profile = ProfileReader.Open(profile), Operator = pace, Seed = 3 };
        Device = Start();
    }

    internal SimulatedDevice Device { get; private set; }

    internal string TruthPath => Path.Combine(_folder.FullName, "truth.jsonl");

    internal IEnumerable<JsonElement> Truth => TruthText.Lines(File.ReadAllText(TruthPath));

    /// <summary>The process ends here, and another begins on its files.</summary>
    internal void Restart()
    {
        Stop();
        Device = Start();
    }

    /// <summary>From here on the process dies at the n-th write to the device's memory, before or after it.</summary>
    internal void DieAtWrite(int n, bool before) => _memory!.DieAt(n, before);

    public void Dispose()
    {
        Stop();
        _folder.Delete(recursive: true);
    }

    private SimulatedDevice Start()
    {
        string nvm = Path.Combine(_folder.FullName, "gun.nvm");
        _memory = new DyingMemory(NvmFile.Open(nvm));
        return SimulatedDevice.Open(_options with { Memory = _memory }, nvm + ".plant", TruthFile.Open(TruthPath));
    }

    private void Stop()
    {
        Device.Dispose();
        _memory!.Dispose();
    }

    /// <summary>Thrown where the process would have died: no code of the product catches it.</summary>
    internal sealed class Death : Exception;

    private sealed class DyingMemory(NvmFile file) : INonVolatile, IDisposable
    {
        private int _left = int.MaxValue;
        private bool _before;

        public int Length => file.Length;

        public void Read(int offset, Span<byte> destination) => file.Read(offset, destination);

        public void Write(int offset, ReadOnlySpan<byte> source)
        {
            _left--;
            if (_left == 0 && _before)
            {
                throw new Death();
            }

            file.Write(offset, source);
            if (_left == 0)
            {
                throw new Death();
            }
        }

        public void Dispose() => file.Dispose();

        internal void DieAt(int n, bool before) => (_left, _before) = (n, before);
    }
}
