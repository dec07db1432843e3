using System.Buffers;

namespace MesoPen.Simulator;

/// <summary>
/// The weather of a line, both ways, without a line: whole frames go in with the time at which they are all sent, bytes come out when they are
/// due. It knows no clock and no chance but its seed, so a line in virtual time and one in real time can use the same. The time that a frame
/// takes on the wire is the caller's: add it before <see cref="Send(LinkWay, ReadOnlySpan{byte}, long)"/>.
/// </summary>
/// <remarks>
/// The same seed and the same calls give the same bytes. How far apart the calls of <see cref="Advance"/> are changes neither what becomes of
/// a frame nor the order of arrival; in noise the stray bytes begin with the first call.
/// </remarks>
public sealed class WeatheredLink
{
    private readonly LinkPath[] _paths;
    private readonly SeededChance _chance;
    private LinkWeather _weather = LinkWeather.Clear;
    private long _nowUs;
    private long _nextSilenceUs = long.MaxValue;
    private long _nextCutUs = long.MaxValue;

    /// <summary>Clear weather.</summary>
    /// <param name="seed">Of all chance in it.</param>
    public WeatheredLink(ulong seed)
    {
        _chance = new SeededChance(seed);
        // Each way has a chance of its own, so that what is said one way changes nothing for the other.
        _paths = [new LinkPath(new SeededChance(_chance.Next())), new LinkPath(new SeededChance(_chance.Next()))];
    }

    /// <summary>The weather that lasts. A change counts for frames that are sent from then on, and for silences and cuts.</summary>
    public LinkWeather Weather
    {
        get => _weather;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.SilenceEveryMs != _weather.SilenceEveryMs)
            {
                _nextSilenceUs = Draw(value.SilenceEveryMs);
            }

            if (value.CutEveryMs != _weather.CutEveryMs)
            {
                _nextCutUs = Draw(value.CutEveryMs);
            }

            _weather = value;
            foreach (var path in _paths)
            {
                path.Weather = value;
                path.SilentUntilUs = value.SilenceEveryMs == 0 ? 0 : path.SilentUntilUs;
            }
        }
    }

    /// <summary>When something is due next, either way, µs; the end of time if nothing is. Until then no call is needed.</summary>
    public long NextUs => Math.Min(Math.Min(_paths[0].NextUs, _paths[1].NextUs), Math.Min(_nextSilenceUs, _nextCutUs));

    /// <summary>A frame has been sent.</summary>
    /// <param name="way">Which way.</param>
    /// <param name="frame">The frame with the zero that ends it.</param>
    /// <param name="nowUs">When its last byte was on the wire, µs.</param>
    public void Send(LinkWay way, ReadOnlySpan<byte> frame, long nowUs) => _paths[(int)way].Send(frame, Now(nowUs));

    /// <summary>A frame has been sent, and this becomes of it, whatever the weather. False if it has no such byte: then it arrives unharmed.</summary>
    /// <param name="way">Which way.</param>
    /// <param name="frame">The frame with the zero that ends it.</param>
    /// <param name="nowUs">When its last byte was on the wire, µs.</param>
    /// <param name="spoil">What becomes of it.</param>
    public bool Send(LinkWay way, ReadOnlySpan<byte> frame, long nowUs, in FrameSpoil spoil) =>
        _paths[(int)way].Send(frame, Now(nowUs), spoil);

    /// <summary>Lets time come to <paramref name="nowUs"/> and gives what has arrived by then. Time must not go back.</summary>
    /// <param name="way">Which way.</param>
    /// <param name="nowUs">Now, µs.</param>
    /// <param name="arrived">Takes the bytes.</param>
    public void Advance(LinkWay way, long nowUs, IBufferWriter<byte> arrived)
    {
        ArgumentNullException.ThrowIfNull(arrived);
        if (Now(nowUs) >= _nextSilenceUs)
        {
            var silent = _paths[_chance.Between(0, 1)];
            silent.SilentUntilUs = nowUs + _chance.Between(0, _weather.SilenceMsMax) * 1000L;
            _nextSilenceUs = Draw(_weather.SilenceEveryMs);
        }

        _paths[(int)way].Advance(nowUs, arrived);
    }

    /// <summary>Whether the weather cuts the line now: for how long, ms, or null. Closing it is the caller's.</summary>
    /// <param name="nowUs">Now, µs.</param>
    public int? TakeCut(long nowUs)
    {
        if (Now(nowUs) < _nextCutUs)
        {
            return null;
        }

        _nextCutUs = Draw(_weather.CutEveryMs);
        return _chance.Between(1, Math.Max(1, _weather.CutMsMax));
    }

    /// <summary>Lets nothing arrive one way, until told otherwise: whoever listens there hears nothing.</summary>
    /// <param name="way">Which way.</param>
    /// <param name="silent">Whether.</param>
    public void Silence(LinkWay way, bool silent) => _paths[(int)way].Silent = silent;

    /// <summary>The line was closed: what is under way is lost.</summary>
    public void Clear()
    {
        foreach (var path in _paths)
        {
            path.Clear();
        }
    }

    private long Now(long nowUs) => _nowUs = Math.Max(_nowUs, nowUs);

    /// <summary>From nothing to twice the mean, evenly: what is rare comes at any time.</summary>
    private long Draw(int everyMs) => everyMs == 0 ? long.MaxValue : _nowUs + _chance.Between(1, 2 * everyMs) * 1000L;
}
