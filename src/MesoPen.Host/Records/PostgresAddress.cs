using System.Data.Common;
using System.Net;
using MesoPen.Host.Input;
using Npgsql;

namespace MesoPen.Host.Records;

/// <summary>A PostgreSQL database as the configuration names it, with what a journal needs of every connection.</summary>
internal sealed class PostgresAddress
{
    // How long a station waits before it says that the database cannot be reached or is held by another, s. A treatment waits for neither.
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    // What a station that fell silent in the middle of an append may hold the others up, ms. Commits are asked to be on the disk whatever the
    // database's usual setting is.
    private const string Session = "-c idle_in_transaction_session_timeout=5000 -c synchronous_commit=on -c client_encoding=UTF8";

    private PostgresAddress(NpgsqlConnectionStringBuilder builder) => Connection = builder;

    /// <summary>How to connect.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>The database in words, without the password.</summary>
    public string Name => $"The database {Connection.Database ?? Connection.Username} at {Connection.Host}";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="InputException">It is none, or names another computer without encryption.</exception>
    public static PostgresAddress Parse(string connectionString)
    {
        NpgsqlConnectionStringBuilder builder;
        DbConnectionStringBuilder said;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
            said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            // The text may hold a password: it is not repeated.
            throw Refused("This is no connection string", wrong);
        }

        if (string.IsNullOrEmpty(builder.Host))
        {
            throw Refused("The connection string names no host", null);
        }

        bool encrypted = builder.SslMode is SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull;
        if (!encrypted && !builder.Host.Split(',').All(IsHere))
        {
            throw new InputException(
                "database", 0, $"The database at {builder.Host} is on another computer, and patients' records go there: add SSL Mode=VerifyFull.");
        }

        builder.Timeout = said.ContainsKey("Timeout") ? builder.Timeout : ConnectSeconds;
        builder.CommandTimeout = said.ContainsKey("Command Timeout") ? builder.CommandTimeout : CommandSeconds;
        builder.TcpKeepAlive = true;
        builder.MaxAutoPrepare = 20;
        builder.AutoPrepareMinUsages = 2;
        builder.ApplicationName ??= "mesopen";
        builder.Options = builder.Options is null ? Session : $"{builder.Options} {Session}";
        return new PostgresAddress(builder);
    }

    private static bool IsHere(string host) =>
        host.StartsWith('/') || host == "localhost" || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));

    private static InputException Refused(string what, Exception? inner) =>
        new("database", 0, $"{what}: write it as Host=NAME;Database=NAME;Username=NAME;Password=WORD;SSL Mode=VerifyFull.", inner);
}
