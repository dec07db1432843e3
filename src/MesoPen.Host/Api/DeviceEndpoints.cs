using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>What the ports of this computer hold, and which devices the station may treat with.</summary>
internal static class DeviceEndpoints
{
    private const Role Users = Role.Clinician | Role.Engineer | Role.Administrator;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/devices", async (HttpContext http, DeviceDesk desk) => Results.Json(await desk.LookAsync(http.RequestAborted), ClinicJson.Options))
            .For(Users).Says<FoundDevices>("Looks at every serial port of this computer and says who is there; a running treatment is left alone.");
        api.MapPost("/devices/test", async (TestDevice body, HttpContext http, DeviceDesk desk) =>
            {
                (DeviceView? view, Problem? problem) = await desk.TestAsync(body.Address, http.RequestAborted);
                return problem is not null ? ProblemAnswer.Of(problem) : Results.Json(view, ClinicJson.Options);
            })
            .For(Users).WithoutKey().Says<DeviceView>("Asks who is at an address; nothing is sent that a device could act on.");
        api.MapGet("/station-devices", (HttpContext http, ClinicRequests requests, ApiOptions options) => requests.ListAsync(
                http, state => state.Devices.Of(options.Station), each => each.DeviceId))
            .For(RoleWords.All).InParts().Says<Page<SavedDevice>>("Lists the devices that this station may treat with.");
        api.MapPost("/station-devices", SaveAsync)
            .For(Users).Says<SavedDevice>("Tests a device and saves it, with its serial number: another device at its address is refused.", StatusCodes.Status201Created)
            .Gives(DeviceProblems.Unfit, SetupProblems.ExampleClinic, ClinicProblems.Exists);
        api.MapDelete("/station-devices/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
                http, "", (state, who) => SavedDeviceRules.Remove(state, id, who), (_, removed) => new RemovedDevice(removed)))
            .For(Users).Says<RemovedDevice>("Removes a saved device.");
    }

    private static async Task<IResult> SaveAsync(SaveDevice body, HttpContext http, ClinicRequests requests, DeviceDesk desk)
    {
        (DeviceView? tested, Problem? problem) = await desk.TestAsync(body.Address, http.RequestAborted);
        string newId = "D-" + Passwords.Secret()[..12];
        return await requests.ChangeAsync(
            http,
            body,
            (state, who) => problem ?? (tested!.Problem is { } unfit ? DeviceProblems.Unfit.With(unfit)
                : SavedDeviceRules.Save(state, body, tested.Device!, newId, who)),
            (state, id) => state.Devices.All[id],
            id => "/api/v1/station-devices/" + id);
    }
}
