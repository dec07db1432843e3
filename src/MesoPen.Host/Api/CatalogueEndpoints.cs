using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>What plans are held against: the zone catalogue and the device profiles of the station.</summary>
internal static class CatalogueEndpoints
{
    private const Role Readers = Role.Clinician | Role.Engineer | Role.Administrator | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/zones", (HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) =>
            requests.ReadAsync(http, _ => ZoneCatalogueView.Of(hardware.Zones)))
            .For(Readers).Says<ZoneCatalogueView>("Shows the zone catalogue: every number with its source, the studies that were not chosen included.");
        api.MapGet("/device-profiles", (HttpContext http, ClinicRequests requests, HardwareCatalogue hardware) =>
            requests.ReadAsync(http, _ => new DeviceProfilesView([.. hardware.Profiles.Values.Select(DeviceProfileView.Of)])))
            .For(Readers).Says<DeviceProfilesView>("Shows the device profiles that plans may be drawn for.");
    }
}
