using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// The whole private state of a session as text, found by reflection: a field that is added later is in it by itself. Left out, or taken
/// relative, is only what the constants here name; docs/safety/model-check.md says why each may be.
/// </summary>
internal sealed class SessionDigest
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const long SelfTestAgainMs = 1000;

    /// <summary>Constant in a model, or set anew at each event before it is read.</summary>
    private static readonly string[] LeftOut =
        ["_machine", "_plan", "_ownLimits", "_options", "<Limits>k__BackingField", "_effects", "_now", "_asked", "_durable", "_ticket", "_waiting", "_selfTestAskedMs"];

    private readonly Dictionary<Type, FieldInfo[]> _fields = [];
    private readonly StringBuilder _text = new();
    private readonly FieldInfo _ticket = Field("_ticket"), _durable = Field("_durable"), _waiting = Field("_waiting");
    private readonly FieldInfo _now = Field("_now"), _selfTestAsked = Field("_selfTestAskedMs");

    public string Of(Session session)
    {
        _text.Clear();
        long durable = Durable(session);
        _text.Append(session.State).Append(' ').Append((long)_ticket.GetValue(session)! - durable).Append('[');
        foreach ((long ticket, Effect effect) in (Queue<(long, Effect)>)_waiting.GetValue(session)!)
        {
            _text.Append(ticket - durable).Append(':');
            Write(effect);
        }

        long? asked = (long?)_selfTestAsked.GetValue(session);
        _text.Append(asked is not { } ms ? "]never" : (long)_now.GetValue(session)! - ms >= SelfTestAgainMs ? "]long" : "]just");
        foreach (FieldInfo field in FieldsOf(typeof(Session)))
        {
            if (!LeftOut.Contains(field.Name)) { WriteField(field, session); }
        }

        return _text.ToString();
    }

    public long Durable(Session session) => (long)_durable.GetValue(session)!;

    private static FieldInfo Field(string name) =>
        typeof(Session).GetField(name, Own) ?? throw new InvalidOperationException($"Session has no field {name} any more: look at what the digest leaves out.");

    private void WriteField(FieldInfo field, object owner)
    {
        // The device's clock counts only by its order to later words, which the link of the model keeps.
        if (owner is DeviceSnapshot && field.Name.Contains(nameof(DeviceSnapshot.DeviceMs), StringComparison.Ordinal)) { return; }
        _text.Append(';');
        Write(field.GetValue(owner));
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null: _text.Append('~'); break;
            case string text: _text.Append(text); break;
            case ZonePlan zone: _text.Append('z').Append(zone.Tag); break;
            case Enum number: _text.Append(Convert.ToInt64(number, CultureInfo.InvariantCulture)); break;
            case IConvertible number: _text.Append(number.ToString(CultureInfo.InvariantCulture)); break;
            case IEnumerable items:
                _text.Append('[');
                foreach (object? item in items)
                {
                    Write(item);
                    _text.Append(',');
                }

                _text.Append(']');
                break;
            case Delegate: throw new InvalidOperationException("A session holds a delegate: its digest cannot tell two apart.");
            default:
                _text.Append('(').Append(value.GetType().Name);
                foreach (FieldInfo field in FieldsOf(value.GetType())) { WriteField(field, value); }
                _text.Append(')');
                break;
        }
    }

    private FieldInfo[] FieldsOf(Type type)
    {
        if (!_fields.TryGetValue(type, out FieldInfo[]? fields))
        {
            List<FieldInfo> all = [];
            for (Type? each = type; each is not null && each != typeof(object); each = each.BaseType) { all.AddRange(each.GetFields(Own)); }
            _fields.Add(type, fields = [.. all]);
        }

        return fields;
    }
}
