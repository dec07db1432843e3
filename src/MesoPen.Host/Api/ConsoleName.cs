using MesoPen.Host.Clinic;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Which console a request comes from: a tab of a browser names itself, so that two tablets of one person are two.</summary>
internal static class ConsoleName
{
    /// <summary>Header with its id.</summary>
    public const string Header = "Console-Id";

    /// <summary>Of programs that name none.</summary>
    public const string Programs = "api";

    /// <summary>Its id; null if the header holds none that can be taken.</summary>
    public static string? Of(HttpContext http) => http.Request.Headers[Header] switch
    {
        [] => Programs,
        [{ } id] when Words.IsId(id) => id,
        _ => null,
    };
}
