using System.Net;
using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>Where the API may listen, and under which names it answers.</summary>
internal static class ListenAddresses
{
    /// <summary>Refuses addresses that anybody on the network could read along.</summary>
    /// <exception cref="InputException">An address is no address, or is not of this machine and without HTTPS.</exception>
    public static void Check(IReadOnlyList<string> urls)
    {
        foreach (string url in urls)
        {
            Uri address = Parse(url);
            if (address.Scheme == Uri.UriSchemeHttp && !IsLoopback(address))
            {
                throw new InputException(
                    "urls", 0,
                    $"The address {url} is not of this machine and has no HTTPS: everybody on the network could read along. "
                    + "Choose an https:// address with a certificate, or http://127.0.0.1:PORT.");
            }
        }
    }

    /// <summary>Names that a request may be for.</summary>
    public static IReadOnlyList<string> Names(ApiOptions options) =>
        [.. options.Hosts, .. options.Urls.Select(url => Parse(url).Host), "localhost", "127.0.0.1", "[::1]"];

    private static Uri Parse(string url) =>
        Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out Uri? address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new InputException("urls", 0, $"The address to listen on {Quoted.Of(url)} is none: use http://127.0.0.1:PORT or https://HOST:PORT.");

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip));
}
