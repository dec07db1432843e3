using Stateless;

namespace MesoPen.Tests.Compat.Stateless;

/// <summary>Writes down, in order, which states a machine enters and leaves.</summary>
internal sealed class Logbook
{
    private readonly List<string> _lines = [];

    internal string Text => string.Join(" ", _lines);

    internal void Write(string line) => _lines.Add(line);

    internal void Clear() => _lines.Clear();

    internal void Follow(StateMachine<Phone, Call> phone, params Phone[] states)
    {
        foreach (Phone state in states)
        {
            phone.Configure(state).OnEntry(() => Write($"+{state}")).OnExit(() => Write($"-{state}"));
        }
    }
}
