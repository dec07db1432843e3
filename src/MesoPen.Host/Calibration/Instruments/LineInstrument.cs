using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>
/// An instrument at the end of a line. Questions are asked again as often as need be, for they change nothing; orders (zero, tare) are sent
/// once. A line that is lost in the middle of a question is opened anew, the instrument is asked whether it is still the same, and the question
/// goes on; an order that was under way then ends as lost.
/// </summary>
internal sealed class LineInstrument : IInstrument
{
    /// <summary>Digits by which a balance may have moved on between its zero and the readings after it.</summary>
    private const int ZeroDigits = 20;

    /// <summary>How often it is asked for its serial number after the line was opened anew.</summary>
    private const int IdentityTries = 4;

    /// <summary>Answers to earlier questions that may still come; more than these nobody has asked for.</summary>
    private const int LateAnswersMax = 2;

    private readonly InstrumentDialect _dialect;
    private readonly InstrumentPatience _patience;
    private readonly TimeProvider _time;
    private readonly InstrumentLine _line;
    private readonly int _equalAnswers;
    private readonly bool _sameThroughout;
    private string? _serial;
    private bool _other;
    private bool _unanswered;
    private int _restarts;
    private int _calls;

    public LineInstrument(string name, Func<IDeviceLink> newLink, InstrumentDialect dialect, InstrumentOptions options, TimeProvider time)
    {
        Name = name;
        _dialect = dialect;
        _patience = options.Patience;
        _time = time;
        _sameThroughout = options.SameThroughout;
        _equalAnswers = Math.Max(2, options.EqualAnswers ?? dialect.EqualAnswers);
        _line = new InstrumentLine(newLink, time, options.Wire);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public InstrumentQuantity Quantity => _dialect.Quantity;

    /// <inheritdoc />
    public bool CanZero => _dialect.Zero is not null;

    /// <inheritdoc />
    public bool CanTare => _dialect.Tare is not null;

    /// <inheritdoc />
    public Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel) => OneAtATime(async () =>
    {
        LineNews open = await EnsureOpenAsync(cancel);
        if (open.Kind == LineNewsKind.Lost)
        {
            return new InstrumentIdentity(string.Empty, string.Empty, string.Empty, LossKind, Sentence(LossKind, open));
        }

        InstrumentIdentity identity = await AskIdentityAsync(cancel);
        _serial ??= identity.Serial.Length > 0 ? identity.Serial : null;
        return identity;
    });

    /// <inheritdoc />
    public Task<InstrumentReading> ReadStableAsync(CancellationToken cancel) => OneAtATime(() => ReadUntilStableAsync(cancel));

    /// <inheritdoc />
    public Task<InstrumentReading> ReadNowAsync(CancellationToken cancel) => OneAtATime(async () =>
    {
        LineNews open = await EnsureOpenAsync(cancel);
        return open.Kind == LineNewsKind.Lost
            ? Problem(LossKind, open)
            : Reading(await AskAsync(_dialect.AskNow, _dialect.AskNow == _dialect.AskStable, cancel));
    });

    /// <inheritdoc />
    public Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel) => OneAtATime(() => OrderAsync(_dialect.Zero, cancel));

    /// <inheritdoc />
    public Task<InstrumentOutcome> TareAsync(CancellationToken cancel) => OneAtATime(() => OrderAsync(_dialect.Tare, cancel));

    /// <inheritdoc />
    public void Dispose() => _line.Dispose();

    private InstrumentProblem LossKind => _other ? InstrumentProblem.OtherInstrument : InstrumentProblem.Lost;

    private async Task<T> OneAtATime<T>(Func<Task<T>> call)
    {
        if (Interlocked.Exchange(ref _calls, 1) != 0)
        {
            throw new InvalidOperationException("An instrument is asked one thing at a time.");
        }

        try
        {
            return await call();
        }
        finally
        {
            Volatile.Write(ref _calls, 0);
        }
    }

    private async Task<InstrumentReading> ReadUntilStableAsync(CancellationToken cancel)
    {
        StableGate gate = new(_equalAnswers, _dialect.RestByRepetition);
        InstrumentProblem before = InstrumentProblem.None;
        long began = _time.GetTimestamp();
        int silences = 0;
        while (true)
        {
            if (!_line.IsOpen)
            {
                LineNews open = await ReturnAsync(cancel);
                if (open.Kind == LineNewsKind.Lost)
                {
                    return Problem(LossKind, open);
                }

                gate.Reset();
                began = _time.GetTimestamp();
            }

            (LineNews news, InstrumentReply reply) = await AskAsync(_dialect.AskStable, _dialect.WaitsForRest, cancel);
            if (gate.Offer(reply))
            {
                return Reading((news, reply)) with { Stable = true };
            }

            InstrumentProblem problem = ProblemOf(news, reply);
            silences += problem == InstrumentProblem.Silent ? 1 : 0;
            bool ends = IsFinal(problem, before) || silences > 1 || _time.GetElapsedTime(began) >= _patience.Stable;
            if (ends && problem != InstrumentProblem.Lost)
            {
                return Problem(problem is InstrumentProblem.None or InstrumentProblem.Busy ? InstrumentProblem.NotStable : problem, news);
            }

            before = problem;
            if (problem == InstrumentProblem.Silent)
            {
                // A port whose cable was pulled may stay open and swallow what is sent: open it anew before it is asked again.
                _line.Close();
            }
            else if (problem != InstrumentProblem.None || _dialect.RestByRepetition || !reply.Stable)
            {
                await Task.Delay(_patience.Pause, _time, cancel);
            }
        }
    }

    /// <summary>What is answered twice in a row as a problem that waiting does not mend is one; a spoilt line may say anything once.</summary>
    private static bool IsFinal(InstrumentProblem problem, InstrumentProblem before) => problem == before && problem is not (
        InstrumentProblem.None or InstrumentProblem.Busy or InstrumentProblem.NotStable or InstrumentProblem.Garbled or InstrumentProblem.Lost);

    private static InstrumentProblem ProblemOf(in LineNews news, in InstrumentReply reply) => news.Kind switch
    {
        LineNewsKind.Lost => InstrumentProblem.Lost,
        LineNewsKind.Silence => InstrumentProblem.Silent,
        _ => reply.Problem,
    };

    /// <summary>Sends a question and waits for a value or a problem.</summary>
    private async Task<(LineNews News, InstrumentReply Reply)> AskAsync(string question, bool waitsForRest, CancellationToken cancel)
    {
        TimeSpan patience = waitsForRest ? _patience.Reply : _patience.Immediate;
        return await AskAsync(question, patience, static reply => reply.Kind is InstrumentReplyKind.Value or InstrumentReplyKind.Problem, cancel);
    }

    private async Task<(LineNews News, InstrumentReply Reply)> AskAsync(
        string question, TimeSpan patience, Func<InstrumentReply, bool> isAnswer, CancellationToken cancel)
    {
        if (_unanswered)
        {
            // The answer to a question that was given up would pass for the answer to this one.
            await _line.NextAsync(_patience.Immediate, cancel);
        }

        _line.Forget(NoteRestart);
        _unanswered = true;
        if (question.Length > 0)
        {
            _line.Send(question);
        }

        long began = _time.GetTimestamp();
        while (true)
        {
            TimeSpan left = patience - _time.GetElapsedTime(began);
            LineNews news = left > TimeSpan.Zero ? await _line.NextAsync(left, cancel) : LineNews.Silence;
            InstrumentReply reply = news.Kind == LineNewsKind.Line ? _dialect.Read(news.Line) : InstrumentReply.Other;
            if (news.Kind is LineNewsKind.Lost or LineNewsKind.Silence || isAnswer(reply))
            {
                _unanswered = news.Kind == LineNewsKind.Silence;
                return (news, reply);
            }

            NoteRestart(news.Line);
        }
    }

    /// <summary>A balance that says who it is unasked was switched on just now: its zero is another.</summary>
    private void NoteRestart(byte[] line) => _restarts += _dialect.Read(line).Kind == InstrumentReplyKind.Text ? 1 : 0;

    private async Task<InstrumentOutcome> OrderAsync(string? order, CancellationToken cancel)
    {
        if (order is null)
        {
            return Outcome(InstrumentProblem.NotPossible, default);
        }

        LineNews open = await EnsureOpenAsync(cancel);
        if (open.Kind == LineNewsKind.Lost)
        {
            return Outcome(LossKind, open);
        }

        if (_dialect.Acknowledges)
        {
            (LineNews news, InstrumentReply reply) = await AskAsync(
                order, _patience.Reply, static reply => reply.Kind is InstrumentReplyKind.Done or InstrumentReplyKind.Problem, cancel);
            return Outcome(ProblemOf(news, reply), news);
        }

        // Nothing says that it was done but that the balance comes to rest at zero afterwards.
        _line.Send(order);
        InstrumentReading after = await ReadUntilStableAsync(cancel);
        bool zero = after.HasValue && Math.Abs(after.Value) <= ZeroDigits * after.Resolution;
        return after.HasValue && !zero
            ? Outcome(InstrumentProblem.NotUnderstood, default)
            : new InstrumentOutcome(after.Problem, after.Sentence);
    }

    private async Task<LineNews> EnsureOpenAsync(CancellationToken cancel) => _line.IsOpen ? LineNews.Opened : await OpenAsync(cancel);

    /// <summary>Opens the line, again and again for as long as the patience lasts.</summary>
    private async Task<LineNews> ReturnAsync(CancellationToken cancel)
    {
        long began = _time.GetTimestamp();

        // A line that was never open is not there: that is said at once.
        bool first = _line.Connection == 0;
        while (true)
        {
            LineNews news = await OpenAsync(cancel);
            if (news.Kind == LineNewsKind.Opened || first || _other || _time.GetElapsedTime(began) >= _patience.Return)
            {
                return news;
            }

            await Task.Delay(_patience.Pause, _time, cancel);
        }
    }

    /// <summary>Opens the line once, and asks whether the same instrument is at its end. It stays closed if another is.</summary>
    private async Task<LineNews> OpenAsync(CancellationToken cancel)
    {
        _other = false;
        _unanswered = false;
        LineNews news = await _line.OpenAsync(_patience.Immediate, cancel);
        if (news.Kind == LineNewsKind.Lost)
        {
            return news;
        }

        if (_serial is null)
        {
            if (_sameThroughout && _dialect.AskSerial is not null)
            {
                await LearnSerialAsync(cancel);
            }

            return news;
        }

        string told = string.Empty;
        for (int tries = 0; tries < IdentityTries; tries++)
        {
            (string serial, _) = await AskTextAsync(_dialect.AskSerial, cancel);
            if (serial == _serial)
            {
                return news;
            }

            // A spoilt line may make another number of it once.
            if (serial.Length > 0 && serial == told)
            {
                _other = true;
                break;
            }

            told = serial;
        }

        _line.Close();
        return new LineNews(LineNewsKind.Lost, [], _other ? told : $"{Name} does not say its serial number any more: check its cable.");
    }

    /// <summary>
    /// Learns the serial number. Two answers alike make it, for a spoilt line may make another number of it once; an instrument that does not tell it
    /// can weigh all the same.
    /// </summary>
    private async Task LearnSerialAsync(CancellationToken cancel)
    {
        string? told = null;
        for (int tries = 0; tries < IdentityTries && _line.IsOpen; tries++)
        {
            (string serial, _) = await AskTextAsync(_dialect.AskSerial, cancel);
            if (serial == told)
            {
                _serial = serial.Length > 0 ? serial : null;
                return;
            }

            told = serial;
        }
    }

    private async Task<InstrumentIdentity> AskIdentityAsync(CancellationToken cancel)
    {
        (string model, InstrumentProblem problem) = await AskTextAsync(_dialect.AskModel, cancel);
        (string serial, InstrumentProblem second) = problem is InstrumentProblem.Silent or InstrumentProblem.Lost
            ? (string.Empty, problem)
            : await AskTextAsync(_dialect.AskSerial, cancel);
        InstrumentProblem worst = second != InstrumentProblem.None ? second : problem;
        bool asked = _dialect.AskModel is not null || _dialect.AskSerial is not null;

        // A line that answers neither question may still weigh; only silence, loss and what it sends unasked are worth telling.
        bool told = asked && worst is InstrumentProblem.Silent or InstrumentProblem.Lost or InstrumentProblem.SendsByItself;
        return new InstrumentIdentity(
            string.Empty, model, serial, told ? worst : InstrumentProblem.None, told ? InstrumentProblems.Explain(worst, Name, Quantity) : null);
    }

    private async Task<(string Text, InstrumentProblem Problem)> AskTextAsync(string? question, CancellationToken cancel)
    {
        if (question is null)
        {
            return (string.Empty, InstrumentProblem.None);
        }

        _line.Forget(NoteRestart);
        _line.Send(question);
        long began = _time.GetTimestamp();
        for (int others = 0; ; others++)
        {
            // One patience for the whole question: lines that come unasked must not renew it.
            TimeSpan left = _patience.Immediate - _time.GetElapsedTime(began);
            LineNews news = left > TimeSpan.Zero ? await _line.NextAsync(left, cancel) : LineNews.Silence;
            if (news.Kind != LineNewsKind.Line)
            {
                return (string.Empty, news.Kind != LineNewsKind.Silence ? InstrumentProblem.Lost
                    : others > LateAnswersMax ? InstrumentProblem.SendsByItself : InstrumentProblem.Silent);
            }

            if (_dialect.ReadText(news.Line) is { } read)
            {
                return (read, InstrumentProblem.None);
            }

            if (_dialect.Read(news.Line) is { Kind: InstrumentReplyKind.Problem } refused)
            {
                return (string.Empty, refused.Problem);
            }
        }
    }

    private InstrumentReading Reading((LineNews News, InstrumentReply Reply) answer)
    {
        InstrumentProblem problem = ProblemOf(answer.News, answer.Reply);
        return problem != InstrumentProblem.None
            ? Problem(problem, answer.News)
            : new InstrumentReading(
                Quantity, answer.Reply.Value, answer.Reply.Resolution, answer.Reply.Stable, Now(), InstrumentText.Readable(answer.News.Line),
                _line.Connection, _restarts, InstrumentProblem.None, null);
    }

    private InstrumentReading Problem(InstrumentProblem problem, in LineNews news) => new(
        Quantity, 0, 0, false, Now(), InstrumentText.Readable(news.Line ?? []), _line.Connection, _restarts, problem, Sentence(problem, news));

    private InstrumentOutcome Outcome(InstrumentProblem problem, in LineNews news) =>
        new(problem, problem == InstrumentProblem.None ? null : Sentence(problem, news));

    private string Sentence(InstrumentProblem problem, in LineNews news) => problem == InstrumentProblem.Lost && news.Reason is { Length: > 0 } reason
        ? reason
        : InstrumentProblems.Explain(
            problem, Name, Quantity, problem == InstrumentProblem.OtherInstrument ? news.Reason : InstrumentText.Readable(news.Line ?? []));

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();
}
