using System.Collections.Immutable;
using MesoPen.Host.Calibration;

namespace MesoPen.Host.Api;

/// <summary>What a calibration would be, before it is begun.</summary>
/// <param name="Points">What would be measured; shots as the planner proposes them.</param>
/// <param name="Plans">For volume: what may be expected of each dose; empty for others.</param>
/// <param name="NeededRoles">Roles of the references that it cannot do without.</param>
public sealed record CalibrationPlanView(ImmutableArray<CalibrationPoint> Points, ImmutableArray<DosePlan> Plans, ImmutableArray<string> NeededRoles);
