using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Instruments that calibrations are traced to.</summary>
internal static class ReferenceEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/references", (HttpContext http, ClinicRequests requests) => requests.ListAsync(
                http, state => state.Calibrations.References.Values, each => each.ReferenceId))
            .For(RoleWords.All).InParts().Says<Page<ReferenceInstrument>>("Lists the reference instruments with their due days.");
        api.MapPost("/references", (ReferenceInstrument body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, body, (state, who) => ReferenceRules.Save(state, body, who), (state, id) => state.Calibrations.References[id], id => "/api/v1/references/" + id))
            .For(Role.Engineer).Says<ReferenceInstrument>("Describes a reference instrument, anew or with its new certificate.", StatusCodes.Status201Created);
        api.MapDelete("/references/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => ReferenceRules.Remove(state, id, who), (_, removed) => new RemovedReference(removed)))
            .For(Role.Engineer).Says<RemovedReference>("Uses a reference instrument no more.");
    }
}
