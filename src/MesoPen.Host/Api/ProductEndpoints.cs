using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Products, lots, vials, mixtures and needle heads.</summary>
internal static class ProductEndpoints
{
    private const Role Readers = Role.Clinician | Role.Engineer | Role.Administrator | Role.Auditor;

    public static void Map(RouteGroupBuilder api)
    {
        Products(api);
    }

    private static void Products(RouteGroupBuilder api)
    {
        api.MapPost("/products", (RegisterProduct body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Register(state, body, who), Product, id => "/api/v1/products/" + id))
            .For(Role.Administrator)
            .Says<Product>("Registers a product.", StatusCodes.Status201Created);
        api.MapGet("/products/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Find(id), state => ProductVersion(state, id)))
            .For(Readers)
            .Says<Product>("Shows a product.");
        api.MapPut("/products/{id}", (string id, ProductSheet body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Change(state, id, body, who), Product, version: state => ProductVersion(state, id)))
            .For(Role.Administrator)
            .NeedsVersion().Says<Product>("Changes a product: a new revision of its sheet.");
        api.MapPost("/products/{id}/retire", (string id, RetireProduct body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Retire(state, id, body.Reason, who), Product, version: state => ProductVersion(state, id)))
            .For(Role.Administrator)
            .NeedsVersion().Says<Product>("Retires a product: it is used no more.");
    }

    private static Product Product(ClinicState state, string id) => state.Products.Find(id)!;

    private static long ProductVersion(ClinicState state, string id) => state.Products.Find(id)?.Version ?? 0;
}
