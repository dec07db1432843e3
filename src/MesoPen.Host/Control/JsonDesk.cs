using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>Says everything as one JSON object a line; questions are answered by <paramref name="inner"/>.</summary>
internal sealed class JsonDesk(TextWriter output, IOperatorDesk inner) : IOperatorDesk
{
    private uint _lastShot;

    public void Notice(NoticeKind kind, string text) => Write(new JsonObject
    {
        ["type"] = "notice", ["kind"] = JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), ["text"] = text,
    });

    public void Progress(Session session, TreatmentPlan plan)
    {
        if (session.Ledger.LastShot == _lastShot || session.Ledger.Shots.Count == 0)
        {
            return;
        }

        _lastShot = session.Ledger.LastShot;
        Write(new JsonObject
        {
            ["type"] = "progress", ["shot"] = _lastShot, ["zone"] = session.Zone?.Zone,
            ["points_left"] = plan.Zones.Sum(session.Remaining), ["delivered_nl"] = session.Ledger.Delivered.Nl,
        });
    }

    public void Ask(string question, Action<bool> answer) => inner.Ask(question, answer);

    public void Withdraw() => inner.Withdraw();

    private void Write(JsonObject line) => output.WriteLine(line.ToJsonString());
}
