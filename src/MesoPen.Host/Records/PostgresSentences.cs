using Npgsql;

namespace MesoPen.Host.Records;

/// <summary>PostgreSQL's failures in words that say what to do.</summary>
internal static class PostgresSentences
{
    /// <summary>The server said no and undid the transaction: nothing of it stands.</summary>
    public static bool IsRefusal(Exception failure) => failure is PostgresException { InvariantSeverity: "ERROR" } refused && !refused.SqlState.StartsWith("57P", StringComparison.Ordinal);

    /// <summary>Whether the connection is at fault, so that another one may do better.</summary>
    public static bool IsLoss(Exception failure) => failure is NpgsqlException and not PostgresException && failure.InnerException is not TimeoutException
        || failure is PostgresException { SqlState: ['5', '7', 'P', ..] };

    /// <summary>One sentence for a failed write of which nothing stands.</summary>
    public static RecordStoreException Write(Exception failure, PostgresAddress address) =>
        new($"{Cause(failure, address)} Nothing of this step was recorded.", failure);

    /// <summary>One sentence for a commit whose answer did not come.</summary>
    public static RecordStoreException Unclear(Exception failure, PostgresAddress address) =>
        new($"{Cause(failure, address)} Whether this step was recorded is not known: it is looked up before anything else is written.", failure);

    /// <summary>One sentence for a failed read.</summary>
    public static RecordStoreException Read(Exception failure, PostgresAddress address) => new(Cause(failure, address), failure);

    private static string Cause(Exception failure, PostgresAddress address) => failure switch
    {
        PostgresException refused => Cause(refused, address),
        _ when failure is TimeoutException || failure.InnerException is TimeoutException =>
            $"{address.Name} does not answer in time: check the network and the server, then continue.",
        _ => $"{address.Name} cannot be reached ({failure.InnerException?.Message ?? failure.Message}): check that it runs and the network is up, then continue.",
    };

    private static string Cause(PostgresException refused, PostgresAddress address) => refused.SqlState switch
    {
        "53100" => $"The disk of {Inner(address)} is full: free some space on it, then continue.",
        "53300" => $"{address.Name} takes no more connections: raise its max_connections, then continue.",
        "25006" => $"{address.Name} is read-only: name the one that takes writes, then continue.",
        "3D000" => $"{address.Name} does not exist: create it, or correct its name.",
        "42501" => $"{address.Name} does not let {address.Connection.Username} do this ({refused.MessageText}): grant it, then continue.",
        "55P03" or "57014" => $"{address.Name} is held by another station for too long: try again.",
        ['2', '8', ..] => $"{address.Name} does not let {address.Connection.Username} in: check the user and the password.",
        ['5', '7', 'P', ..] => $"{address.Name} is stopping or starting: wait until it runs, then continue.",
        ['2', '2', ..] or ['2', '3', ..] or "P0001" => $"{address.Name} refused a record ({refused.MessageText}; SQLSTATE {refused.SqlState}).",
        _ => $"{address.Name} failed ({refused.MessageText}; SQLSTATE {refused.SqlState}).",
    };

    private static string Inner(PostgresAddress address) => "t" + address.Name[1..];
}
