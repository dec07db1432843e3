using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace MesoPen.Host.Api;

/// <summary>The OpenAPI document: what each operation takes, who may use it, and which problems it can give, from what endpoints say of themselves.</summary>
internal static class ApiDocument
{
    /// <summary>Adds the document; it stands at <c>/openapi/v1.json</c>.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "MesoPen",
                Version = "1",
                Description = "The clinic around the shot. Problems are those of docs/problems.md.",
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.HttpMethod ?? "", context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiOperation operation, string method, IList<object> metadata)
    {
        Role? roles = metadata.OfType<AllowedRoles>().LastOrDefault()?.AnyOf;
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        operation.Extensions["x-roles"] = new JsonNodeExtension(
            new JsonArray([.. roles is { } some ? RoleWords.List(some).Select(role => (JsonNode)role.ToString().ToLowerInvariant()) : ["anyone"]]));
        bool changes = !HttpMethods.IsGet(method);
        if (changes && !metadata.OfType<NoIdempotencyKey>().Any())
        {
            Header(operation, "Idempotency-Key", "The same request with the same key acts once; 1 to 64 letters, digits, hyphens, underscores.", required: false);
        }

        if (metadata.OfType<NeededVersion>().Any())
        {
            Header(operation, "If-Match", "ETag of what is changed.", required: true);
        }

        if (metadata.OfType<NeededSignature>().Any())
        {
            Header(operation, "Signing-Password", "The password of who signs, as base64 of its UTF-8 bytes.", required: true);
        }

        if (metadata.OfType<ListInParts>().Any())
        {
            Query(operation, "limit", "Most items of this part: 1 to 500; 50 if not given.", JsonSchemaType.Integer);
            Query(operation, "after", "The value of next from the part before.", JsonSchemaType.String);
        }

        Problems(operation, roles, changes, metadata);
    }

    private static void Problems(OpenApiOperation operation, Role? roles, bool changes, IList<object> metadata)
    {
        SortedSet<ProblemType> types = new(Comparer<ProblemType>.Create((one, other) => string.CompareOrdinal(one.Id, other.Id)))
        {
            ApiProblems.BadRequest, ApiProblems.Failed, ApiProblems.RecordsUnavailable,
        };
        types.UnionWith(metadata.OfType<GivenProblems>().SelectMany(each => each.Types));
        types.UnionWith(metadata.OfType<StopLane>().Any() ? [] : [ApiProblems.TooManyRequests]);
        types.UnionWith(roles is null ? [] : [ApiProblems.NotSignedIn, ApiProblems.NotAllowed, PeopleProblems.PasswordChangeNeeded]);
        types.UnionWith(changes && roles is not null ? [ApiProblems.CrossSite] : []);
        types.UnionWith(operation.RequestBody is null
            ? []
            : [ApiProblems.Malformed, ApiProblems.TooLarge, ApiProblems.WrongContentType, ClinicProblems.Invalid]);
        types.UnionWith(changes && !metadata.OfType<NoIdempotencyKey>().Any() ? [ApiProblems.KeyReused, ClinicProblems.Invalid] : []);
        types.UnionWith(metadata.OfType<NeededVersion>().Any() ? [ApiProblems.VersionNeeded, ClinicProblems.Changed, ClinicProblems.Unknown] : []);
        types.UnionWith(metadata.OfType<NeededSignature>().Any() ? [PeopleProblems.FreshSignInNeeded, PeopleProblems.PasswordWrong, PeopleProblems.Locked] : []);
        types.UnionWith(metadata.OfType<ListInParts>().Any() ? [ClinicProblems.Invalid] : []);
        types.UnionWith(operation.Parameters?.Any(each => each.In == ParameterLocation.Path) == true ? [ClinicProblems.Unknown] : []);
        operation.Responses ??= [];
        foreach (IGrouping<int, ProblemType> each in types.GroupBy(type => type.Status).OrderBy(group => group.Key))
        {
            operation.Responses[each.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join("; ", each.Select(type => type.Title)) + ".",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType() },
                Extensions = new Dictionary<string, IOpenApiExtension>
                {
                    ["x-problem-types"] = new JsonNodeExtension(new JsonArray([.. each.Select(type => (JsonNode)type.Id)])),
                },
            };
        }
    }

    private static void Header(OpenApiOperation operation, string name, string says, bool required) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Header, Required = required, Description = says, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });

    private static void Query(OpenApiOperation operation, string name, string says, JsonSchemaType type) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = name, In = ParameterLocation.Query, Description = says, Schema = new OpenApiSchema { Type = type },
        });
}
