using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace MesoPen.Tests.Host.Records;

/// <summary>
/// A PostgreSQL cluster of the tests' own, in a temporary folder, reached by a socket in it. It is made when the first test asks for a database and
/// is gone when the tests end, however they end.
/// </summary>
/// <remarks>
/// The server never runs as root, which it refuses. It is the child of a shell that obeys the words start and kill on its input and ends with it.
/// </remarks>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string Obey = """
        set -eu
        folder=$(mktemp -d "${TMPDIR:-/tmp}/mesopen-pg-XXXXXX")
        chmod 755 "$folder"
        trap 'kill -QUIT $server 2>/dev/null || true; wait || true; rm -rf "$folder"' EXIT
        trap 'exit 0' INT TERM HUP
        server=
        "$1/initdb" -D "$folder/data" -U mesopen -A trust -E UTF8 --locale=C --no-sync > "$folder/log"
        begin() {
          "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c max_connections=200 -c fsync=on >> "$folder/log" 2>&1 < /dev/null &
          server=$!
        }
        while read -r word; do
          case $word in
            start)
              begin "$1"
              until "$1/pg_isready" -q -h "$folder" -U mesopen; do
                # After a kill the memory of the old server may be in use for a moment: then the new one gives up and is begun again.
                kill -0 $server 2>/dev/null || begin "$1"
                sleep 0.05
              done
              echo "$folder" ;;
            kill)
              kill -KILL $server
              wait $server 2>/dev/null || true
              echo gone ;;
          esac
        done
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Process? _shell;
    private string? _folder;
    private int _databases;

    /// <summary>A new, empty database; its connection string.</summary>
    public async Task<string> DatabaseAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_folder is null)
            {
                await StartAsync();
            }

            string name = string.Create(CultureInfo.InvariantCulture, $"site_{++_databases}");
            await using NpgsqlConnection connection = new(Connection("postgres"));
            await connection.OpenAsync();
            await using NpgsqlCommand create = new($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync();
            return Connection(name);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Starts the server, anew after <see cref="KillAsync"/>.</summary>
    public async Task StartAsync()
    {
        _shell ??= Process.Start(Command())!;
        _folder = await SayAsync("start");
    }

    /// <summary>Kills the server as the loss of power would: what it acknowledged must be on the disk.</summary>
    public Task KillAsync() => SayAsync("kill");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_shell is not null)
        {
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync();
            _shell.Dispose();
        }

        _turn.Dispose();
    }

    /// <summary>Newest PostgreSQL on this machine: Debian keeps each version in a folder of its own, off the path.</summary>
    private static string Programs()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out int version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        IEnumerable<string> others = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return debian.Concat(others).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL (initdb and postgres): ./test.sh installs Debian's.");
    }

    private static ProcessStartInfo Command()
    {
        string[] shell = ["sh", "-c", Obey, "sh", Programs()];
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        return new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
    }

    private string Connection(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _folder, Username = "mesopen", Database = database, MaxPoolSize = 20 }.ConnectionString;

    private async Task<string> SayAsync(string word)
    {
        await _shell!.StandardInput.WriteLineAsync(word);
        await _shell.StandardInput.FlushAsync();
        return await _shell.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"PostgreSQL's shell ended at the word {word}: its own messages are above.");
    }
}
