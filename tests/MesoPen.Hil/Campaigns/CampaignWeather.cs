using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What befalls a treatment from outside, before each millisecond: deaths of the host, failures of power and disk, noise, a person who stops or says no.</summary>
internal sealed class CampaignWeather(CampaignDraw draw)
{
    // How long a cartridge may be missing before a person puts in another, ms.
    private const int CartridgeMs = 2000;

    // Far from the seed's own sequence, so that what befalls does not repeat what was drawn.
    private readonly SeededChance _chance = new(~(ulong)draw.Options.Seed);
    private long _fullUntilMs;
    private int _emptyMs;
    private bool _lost;
    private HostProcess? _host;

    /// <summary>Whether a person's stop leaves at once, and ends what it must end.</summary>
    public StopWatch Stops { get; } = new();

    /// <summary>Whether the device's journal was lost.</summary>
    public bool JournalLost => _lost;

    public void BeforeStep(VirtualTreatment treatment)
    {
        MeetHost(treatment);
        Stops.Watch(treatment);
        PutCartridgeBack(treatment.Device.Plant);
        bool calm = treatment.Ms >= TreatmentDraw.CalmMs;
        if (!calm)
        {
            Befall(treatment);
        }

        treatment.Disk.Failure = treatment.Ms < _fullUntilMs && !calm ? "The disk is full: make room." : null;
        if (draw.JournalLostAfter > 0 && !_lost && treatment.Strokes.Count >= draw.JournalLostAfter && treatment.Device.Plant.Shot == 0)
        {
            LoseJournal(treatment);
        }
    }

    /// <summary>A person sees that the cartridge is gone, also when the device does not ask for one.</summary>
    private void PutCartridgeBack(Plant plant)
    {
        _emptyMs = plant.CartridgePresent ? 0 : _emptyMs + 1;
        if (_emptyMs > CartridgeMs && plant.NeedleHome)
        {
            plant.InsertCartridge();
        }
    }

    private void MeetHost(VirtualTreatment treatment)
    {
        if (treatment.Host == _host)
        {
            return;
        }

        _host = treatment.Host;
        if (_host is not null && draw.NoPermille > 0)
        {
            _host.Desk.Opinion = _ => draw.Forbidden || treatment.Ms < TreatmentDraw.CalmMs ? _chance.Between(1, 1000) > draw.NoPermille : true;
        }
    }

    private void Befall(VirtualTreatment treatment)
    {
        if (draw.StopsMs.Contains(treatment.Ms) && treatment.Host is { Alive: true, Outcome: null })
        {
            Stops.Press(treatment);
        }

        if (Strikes(draw.KillEveryMs))
        {
            treatment.EndHost();
        }

        if (Strikes(draw.ResetEveryMs))
        {
            treatment.Device.CutPower(_chance.Between(1, 500));
        }

        if (Strikes(draw.FullDiskEveryMs))
        {
            _fullUntilMs = treatment.Ms + _chance.Between(1, 1500);
        }

        if (Strikes(draw.NoiseEveryMs))
        {
            byte[] noise = [.. Enumerable.Range(0, _chance.Between(1, 600)).Select(_ => (byte)_chance.Between(0, 255))];
            (_chance.Between(0, 1) == 0 ? treatment.Line.ToDevice : treatment.Line.FromDevice).Send(noise, urgent: false, treatment.Line.NowUs);
        }
    }

    private bool Strikes(int everyMs) => everyMs > 0 && _chance.Between(1, everyMs) == 1;

    /// <summary>The host dies, another program takes the journal, and the device loses what it holds no longer for anybody.</summary>
    private void LoseJournal(VirtualTreatment treatment)
    {
        const int CounterBytes = 2 * 64;
        _lost = true;
        treatment.EndHost();
        treatment.Until(() => treatment.Device.Status is { State: MesoPen.Protocol.DeviceState.Idle }, 2000);
        if (treatment.Device.Status is { } status)
        {
            treatment.SendAlone(new MesoPen.Protocol.JournalAckRequest(status.ShotCounter));
        }

        treatment.Device.CutPower(100);
        RamMemory memory = (RamMemory)draw.Options.Memory!;
        memory.Write(CounterBytes, new byte[memory.Length - CounterBytes]);
    }
}
