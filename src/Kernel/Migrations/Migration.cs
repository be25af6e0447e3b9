using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Tupa.Kernel;

/// <summary>One step of the schema: an SQL file embedded in the storage project of its database.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>The steps of a storage assembly ("0042_posts_pinned.sql"), in order; a gap or a twin is a bug and throws.</summary>
    public static IReadOnlyList<Migration> In(Assembly storage)
    {
        var found = storage.GetManifestResourceNames()
            .Select(name => (name, match: Regex.Match(name, @"(\d{4})_([a-z0-9_]+)\.sql$", RegexOptions.ExplicitCapture | RegexOptions.None, TimeSpan.FromSeconds(1))))
            .Where(f => f.match.Success)
            .Select(f => Read(storage, f.name))
            .OrderBy(m => m.Number)
            .ToList();

        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Number != i + 1) throw new InvalidOperationException($"Migration {i + 1} is missing or doubled");
        }

        return found;
    }

    private static Migration Read(Assembly storage, string resource)
    {
        var parts = resource.Split('.')[^2].Split('_', 2);
        using var stream = new StreamReader(storage.GetManifestResourceStream(resource)!);
        return new(int.Parse(parts[0], null), parts[1], stream.ReadToEnd());
    }
}

/// <summary>Brings a database to the schema of this version, one transaction a step. The caller makes a backup first.</summary>
public sealed class Migrator(TupaDb db, IStorage storage)
{
    private const string Applied = "create table if not exists kernel_migrations (number integer primary key, name varchar(120) not null)";

    /// <summary>The steps this database lacks. A database from a newer version is refused: it throws <see cref="NewerDatabaseException"/>.</summary>
    public async Task<IReadOnlyList<Migration>> MissingAsync(CancellationToken stop)
    {
        var all = Migration.In(storage.GetType().Assembly);
        var applied = await AppliedAsync(stop);
        if (applied.Count > 0 && applied.Max() > all.Count) throw new NewerDatabaseException(applied.Max(), all.Count);
        return [.. all.Where(m => !applied.Contains(m.Number))];
    }

    /// <summary>Runs the missing steps and returns how many there were.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await storage.PrepareAsync(db, stop);
        var missing = await MissingAsync(stop);
        foreach (var step in missing) await RunAsync(step, stop);
        return missing.Count;
    }

    private async Task RunAsync(Migration step, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await ExecuteAsync(step.Sql, transaction, stop);
        await ExecuteAsync($"insert into kernel_migrations (number, name) values ({step.Number}, '{step.Name}')", transaction, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<HashSet<int>> AppliedAsync(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await ExecuteAsync(Applied, null, stop);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "select number from kernel_migrations";
            await using var reader = await command.ExecuteReaderAsync(stop);
            var applied = new HashSet<int>();
            while (await reader.ReadAsync(stop)) applied.Add(Convert.ToInt32(reader.GetValue(0), null));
            return applied;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task ExecuteAsync(string sql, IDbContextTransaction? transaction, CancellationToken stop)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The SQL is a file of this version, not input.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = (DbTransaction?)transaction?.GetDbTransaction();
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>The database was made by a newer Tupa; starting on it could lose data.</summary>
public sealed class NewerDatabaseException(int database, int known)
    : Exception($"The database is at migration {database}, this version knows {known}. Start the newer version, or restore a backup made by this one.");
