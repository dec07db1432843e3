namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Gives each different value a number, so that a model state is five numbers and two states are compared exactly, not by a hash.</summary>
internal sealed class Pool<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<T> _values = [];

    public T this[int number] => _values[number];

    public int Count => _values.Count;

    public int NumberOf(T value)
    {
        if (!_numbers.TryGetValue(value, out int number))
        {
            number = _values.Count;
            _numbers.Add(value, number);
            _values.Add(value);
        }

        return number;
    }
}
