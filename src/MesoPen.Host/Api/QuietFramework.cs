using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MesoPen.Host.Api;

/// <summary>
/// The web framework logs addresses and headers of requests below the level Warning: ids of patients are among them. So it is kept at Warning,
/// whatever the configuration says.
/// </summary>
internal static class QuietFramework
{
    /// <summary>Raises every rule for the framework to Warning. Called after everything that configures logging.</summary>
    public static void AddQuietFramework(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(options =>
    {
        for (int place = 0; place < options.Rules.Count; place++)
        {
            LoggerFilterRule rule = options.Rules[place];
            if (IsFramework(rule.CategoryName) && rule.LogLevel is not (>= LogLevel.Warning))
            {
                options.Rules[place] = new LoggerFilterRule(rule.ProviderName, rule.CategoryName, LogLevel.Warning, null);
            }
        }

        foreach (string? provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToArray())
        {
            options.Rules.Add(new LoggerFilterRule(provider, "Microsoft", LogLevel.Warning, null));
            options.Rules.Add(new LoggerFilterRule(provider, "System", LogLevel.Warning, null));

            // It wraps whatever is logged during a request in the request's path; what it reports itself the frame reports too.
            options.Rules.Add(new LoggerFilterRule(provider, "Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None, null));
        }
    });

    private static bool IsFramework(string? category) =>
        category is not null && (category.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase) || category.StartsWith("System", StringComparison.OrdinalIgnoreCase)
            || category.Contains('*', StringComparison.Ordinal));
}
