using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>A terminal: sentences, one line of progress that is rewritten in place, questions answered by keys. On a plain stream, lines.</summary>
internal sealed class TerminalDesk : IOperatorDesk
{
    private const int BarWidth = 24;

    // On a plain stream a line for each of so many shots is enough.
    private const int ShotsPerLine = 10;

    private readonly TextWriter _output;
    private readonly bool _terminal;
    private readonly bool _sayYes;
    private readonly object _gate = new();
    private Action<bool>? _answer;
    private string _line = "";

    /// <param name="output">Where to write.</param>
    /// <param name="terminal">Whether it understands a carriage return and erasing a line.</param>
    /// <param name="sayYes">Answer every question with yes (<c>--yes</c>), and say so.</param>
    public TerminalDesk(TextWriter output, bool terminal, bool sayYes)
    {
        (_output, _terminal, _sayYes) = (output, terminal, sayYes);
    }

    public void Notice(NoticeKind kind, string text)
    {
        string mark = kind switch
        {
            NoticeKind.Info => "",
            NoticeKind.Refused => "Refused: ",
            NoticeKind.Paused => "Paused: ",
            _ => "STOPPED: ",
        };
        Say(mark + text);
    }

    public void Progress(Session session, TreatmentPlan plan)
    {
        if (session.Zone is not { } zone || session.Ledger.Shots.Count == 0)
        {
            return;
        }

        int total = plan.Zones.Sum(each => each.Points);
        int left = plan.Zones.Sum(session.Remaining);
        ZoneAccount account = session.Ledger.Zone(zone.Tag);
        int done = total - left;
        int filled = total == 0 ? BarWidth : BarWidth * done / total;
        string line = $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done}/{total} points · {zone.Zone} "
            + $"{zone.Points - session.Remaining(zone)}/{zone.Points}, {account.Delivered.InMillilitres} of {zone.Total.InMillilitres} · {session.State}";
        lock (_gate)
        {
            if (line == _line)
            {
                return;
            }

            bool print = _terminal || (done % ShotsPerLine == 0 && !_line.StartsWith(line[..(BarWidth + 6)], StringComparison.Ordinal)) || left == 0;
            _line = line;
            if (_terminal)
            {
                _output.Write("\r\u001b[K" + line);
            }
            else if (print)
            {
                _output.WriteLine(line);
            }
        }
    }

    public void Ask(string question, Action<bool> answer)
    {
        if (_sayYes)
        {
            Say(question + " yes (--yes)");
            answer(true);
            return;
        }

        lock (_gate)
        {
            _answer = answer;
        }

        Say(question + " [y = yes, n = stop]");
    }

    public void Withdraw()
    {
        lock (_gate)
        {
            _answer = null;
        }
    }

    /// <summary>A key was pressed: y or n answer the question that stands.</summary>
    public void Key(char key)
    {
        Action<bool>? answer;
        lock (_gate)
        {
            answer = key is 'y' or 'Y' or 'n' or 'N' ? Interlocked.Exchange(ref _answer, null) : null;
        }

        answer?.Invoke(key is 'y' or 'Y');
    }

    /// <summary>Leaves the line of progress, so that what follows begins on a line of its own.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            if (_terminal && _line.Length > 0)
            {
                _output.WriteLine();
            }

            _line = "";
        }
    }

    private void Say(string text)
    {
        lock (_gate)
        {
            _output.WriteLine(_terminal && _line.Length > 0 ? "\r\u001b[K" + text : text);
            if (_terminal && _line.Length > 0)
            {
                _output.Write(_line);
            }
        }
    }
}
