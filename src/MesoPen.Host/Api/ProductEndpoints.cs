using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MesoPen.Host.Api;

/// <summary>Products, lots, scans, vials, mixtures and needle heads.</summary>
internal static class ProductEndpoints
{
    private const Role Readers = Role.Clinician | Role.Engineer | Role.Administrator | Role.Auditor;
    private const Role Shelf = Role.Clinician | Role.Administrator;

    public static void Map(RouteGroupBuilder api)
    {
        Products(api);
        Lots(api);
        Vials(api);
        Mixtures(api);
        HeadTypes(api);
        Heads(api);
    }

    private static void Products(RouteGroupBuilder api)
    {
        api.MapGet("/products", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => state.Products.All.Values, each => each.Id))
            .For(Readers);
        api.MapPost("/products", (RegisterProduct body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Register(state, body, who), Product, id => "/api/v1/products/" + id))
            .For(Role.Administrator);
        api.MapGet("/products/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Find(id), state => ProductVersion(state, id)))
            .For(Readers);
        api.MapPut("/products/{id}", (string id, ProductSheet body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Change(state, id, body, who), Product, version: state => ProductVersion(state, id)))
            .For(Role.Administrator);
        api.MapPost("/products/{id}/retire", (string id, RetireProduct body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => ProductRules.Retire(state, id, body.Reason, who), Product, version: state => ProductVersion(state, id)))
            .For(Role.Administrator);
    }

    private static void Lots(RouteGroupBuilder api)
    {
        api.MapPost("/scans", (ScanRequest body, HttpContext http, ClinicRequests requests, TimeProvider clock) =>
        {
            Gs1Reading reading = Gs1.Parse(body.Text, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            return reading.Elements is null && !reading.IsAmbiguous
                ? Task.FromResult(ProblemAnswer.Of(ProductProblems.ScanUnreadable.With(reading.Sentence)))
                : requests.ReadAsync(http, state => ScanView.Of(reading, state.Products));
        })
            .For(Shelf);
        api.MapGet("/lots", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => state.Products.Lots.Values, each => each.Id))
            .For(Readers);
        api.MapPost("/lots", (ReceiveLot body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => LotRules.Receive(state, body, who), Lot, id => "/api/v1/lots/" + id))
            .For(Shelf);
        api.MapGet("/lots/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Lots.GetValueOrDefault(id), state => Lot(state, id).Version))
            .For(Readers);
        api.MapPost("/lots/{id}/recall", (string id, RecallLot body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => LotRules.Recall(state, id, body.Reason, who), Lot,
            version: state => state.Products.Lots.GetValueOrDefault(id)?.Version ?? 0))
            .For(Shelf);
    }

    private static void Vials(RouteGroupBuilder api)
    {
        api.MapGet("/vials", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => Views(state, mixtures: false), each => each.Id))
            .For(Readers);
        api.MapPost("/vials", (ReceiveVial body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => VialRules.Receive(state, body, who), Vial, id => "/api/v1/vials/" + id))
            .For(Shelf);
        api.MapGet("/vials/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Vials.ContainsKey(id) ? Vial(state, id) : null, state => VialVersion(state, id)))
            .For(Readers);
        api.MapPost("/vials/{id}/open", (string id, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, "open", (state, who) => VialRules.Open(state, id, who), Vial, version: state => VialVersion(state, id)))
            .For(Role.Clinician);
        api.MapPost("/vials/{id}/discard", (string id, DiscardItem body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => VialRules.Discard(state, id, body.Reason, who), Vial, version: state => VialVersion(state, id)))
            .For(Shelf);
    }

    // A mixture is found, and discarded, under its id among the vials too.
    private static void Mixtures(RouteGroupBuilder api)
    {
        api.MapGet("/mixtures", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => Views(state, mixtures: true), each => each.Id))
            .For(Readers);
        api.MapPost("/mixtures", (MakeMixture body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => MixtureRules.Make(state, body, who), Vial, id => "/api/v1/mixtures/" + id))
            .For(Role.Clinician);
        api.MapGet("/mixtures/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Vials.GetValueOrDefault(id) is { LotId: null } ? Vial(state, id) : null, state => VialVersion(state, id)))
            .For(Readers);
    }

    private static void HeadTypes(RouteGroupBuilder api)
    {
        api.MapGet("/head-types", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => state.Products.HeadTypes.Values, each => each.Id))
            .For(Readers);
        api.MapPost("/head-types", (RegisterHeadType body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => HeadTypeRules.Register(state, body, who), HeadType, id => "/api/v1/head-types/" + id))
            .For(Role.Administrator);
        api.MapGet("/head-types/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.HeadTypes.GetValueOrDefault(id), state => HeadType(state, id).Version))
            .For(Readers);
        api.MapPut("/head-types/{id}", (string id, HeadTypeSheet body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => HeadTypeRules.Change(state, id, body, who), HeadType,
            version: state => state.Products.HeadTypes.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Administrator);
    }

    private static void Heads(RouteGroupBuilder api)
    {
        // They name patients.
        api.MapGet("/heads", (HttpContext http, ClinicRequests requests, string? after, int? limit) => new Paging(after, limit).AnswerAsync(
            http, requests, state => state.Products.Heads.Values.Select(each => HeadView.Of(state.Products, each)), each => each.Head.Id))
            .For(Role.Clinician | Role.Auditor);
        api.MapPost("/heads", (ReceiveHead body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => HeadRules.Receive(state, body, who), Head, id => "/api/v1/heads/" + id))
            .For(Shelf);
        api.MapGet("/heads/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(
            http, state => state.Products.Heads.ContainsKey(id) ? Head(state, id) : null, state => Head(state, id).Head.Version))
            .For(Role.Clinician | Role.Auditor);
        api.MapPost("/heads/{id}/discard", (string id, DiscardItem body, HttpContext http, ClinicRequests requests) => requests.ChangeAsync(
            http, body, (state, who) => HeadRules.Discard(state, id, body.Reason, who), Head,
            version: state => state.Products.Heads.GetValueOrDefault(id)?.Version ?? 0))
            .For(Role.Clinician);
    }

    private static Product Product(ClinicState state, string id) => state.Products.Find(id)!;

    private static long ProductVersion(ClinicState state, string id) => state.Products.Find(id)?.Version ?? 0;

    private static Lot Lot(ClinicState state, string id) => state.Products.Lots[id];

    private static VialView Vial(ClinicState state, string id) => VialView.Of(state.Products, state.Products.Vials[id]);

    private static IEnumerable<VialView> Views(ClinicState state, bool mixtures) =>
        state.Products.Vials.Values.Where(each => each.LotId is null == mixtures).Select(each => VialView.Of(state.Products, each));

    private static long VialVersion(ClinicState state, string id) => state.Products.Vials.GetValueOrDefault(id)?.Version ?? 0;

    private static HeadType HeadType(ClinicState state, string id) => state.Products.HeadTypes[id];

    private static HeadView Head(ClinicState state, string id) => HeadView.Of(state.Products, state.Products.Heads[id]);
}
