using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Whatever single thing is changed in the log, in its seals or in the file of heads, the verification finds it and names the first row or seal that is wrong.</summary>
public sealed class TamperTests
{
    private const int Flips = 200;

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Any_single_field_that_is_changed_is_found_and_named(string database)
    {
        await using var house = await SealedAsync(database);
        var chance = new Random(20270501);
        var (done, tried) = (0, new HashSet<string>(StringComparer.Ordinal));
        while (done < Flips)
        {
            var flip = await FlipAsync(house, chance);
            if (flip is null) continue;

            var fault = await house.FaultAsync();
            Assert.True(fault.Kind != ChainFaultKind.None, $"{flip.What} was not found");
            Assert.True(flip.Row == fault.Row && (flip.Row is not null || flip.Seal == fault.Seal), $"{flip.What}: row {flip.Row}, seal {flip.Seal}, and named was {fault}");
            await flip.Back();
            tried.Add(flip.What.Split(" of ")[0]);
            done++;
        }

        Assert.True((await house.VerifyAsync()).Holds);
        Assert.True(tried.Count > 25, $"Only {tried.Count} columns were tried");
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Any_byte_of_the_file_of_heads_that_is_changed_is_found(string database)
    {
        await using var house = await SealedAsync(database);
        var whole = await File.ReadAllBytesAsync(house.Heads());
        var chance = new Random(20270502);
        foreach (var at in Enumerable.Range(0, whole.Length).OrderBy(_ => chance.Next()).Take(Flips).Append(whole.Length - 1))
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(house.Heads(), changed);
            Assert.Equal(ChainFaultKind.HeadsBroken, (await house.FaultAsync()).Kind);
        }

        // Lines that are missing in the middle, and a file without any.
        await File.WriteAllLinesAsync(house.Heads(), File.ReadAllLines(house.Heads()).Where((_, n) => n != 1));
        Assert.Equal(ChainFaultKind.HeadsBroken, (await house.FaultAsync()).Kind);
        await File.WriteAllBytesAsync(house.Heads(), []);
        Assert.Equal(ChainFaultKind.HeadsBroken, (await house.FaultAsync()).Kind);
        await File.WriteAllBytesAsync(house.Heads(), whole);
        Assert.True((await house.VerifyAsync()).Holds);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_row_that_is_taken_away_put_in_or_swapped_is_found_and_named(string database)
    {
        await using var house = await SealedAsync(database);
        var links = await house.LinksAsync();
        var (five, six) = (await EntryAsync(house, links[4].Entry), await EntryAsync(house, links[5].Entry));

        // Taken away.
        await house.WriteAsync(db => db.Set<AuditEntry>().Where(e => e.Id == five.Id).ExecuteDeleteAsync());
        Assert.Equal((ChainFaultKind.Missing, 5L, five.Id), Named(await house.FaultAsync()));
        await PutAsync(house, five);
        Assert.True((await house.VerifyAsync()).Holds);

        // With its link.
        await house.WriteAsync(db => db.Set<ChainLink>().Where(l => l.Number == 5).ExecuteDeleteAsync());
        Assert.Equal((ChainFaultKind.Missing, 5L, null), Named(await house.FaultAsync()));
        await house.WriteAsync(async db => db.Add(new ChainLink { Number = 5, Entry = five.Id, Link = await LinkAsync(house, five.Id, 5) }));
        Assert.True((await house.VerifyAsync()).Holds);

        // Swapped: each is what it was, in the place of the other.
        await SwapAsync(house, five, six);
        Assert.Equal((ChainFaultKind.Changed, 5L), (await house.FaultAsync()) is { Kind: var kind, Row: { } row } ? (kind, row) : default);
        await SwapAsync(house, Copied(five, six.Id), Copied(six, five.Id));
        Assert.True((await house.VerifyAsync()).Holds);

        // Put in among the old ones, and behind the last seal.
        var old = Copied(five, new Guid("01700000-0000-7000-8000-000000000001"));
        await PutAsync(house, old);
        var inserted = await house.FaultAsync();
        Assert.Equal((ChainFaultKind.Inserted, old.Id, old.At), (inserted.Kind, inserted.Entry, inserted.At));
        await house.SealAsync();
        Assert.Equal(ChainFaultKind.Inserted, (await house.FaultAsync()).Kind);
        await house.WriteAsync(db => db.Set<AuditEntry>().Where(e => e.Id == old.Id).ExecuteDeleteAsync());
        await house.WriteAsync(db =>
        {
            db.Add(new ChainLink { Number = 9_999, Entry = Guid.CreateVersion7(), Link = new byte[32] });
            return Task.CompletedTask;
        });
        Assert.Equal((ChainFaultKind.Inserted, 9_999L), (await house.FaultAsync()) is { Kind: var how, Row: { } outside } ? (how, outside) : default);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_chain_that_is_rewritten_whole_does_not_agree_with_the_file(string database)
    {
        await using var house = await SealedAsync(database);
        var links = await house.LinksAsync();
        await house.WriteAsync(async db =>
        {
            await db.Set<AuditEntry>().Where(e => e.Id == links[1].Entry).ExecuteDeleteAsync();
            await db.Set<ChainLink>().ExecuteDeleteAsync();
            await db.Set<ChainSeal>().ExecuteDeleteAsync();
        });

        // The house itself does not seal over it.
        await Assert.ThrowsAsync<ChainException>(() => house.SealAsync());
        var kept = File.ReadAllBytes(house.Heads());
        File.Delete(house.Heads());
        await house.SealAsync();
        await File.WriteAllBytesAsync(house.Heads(), kept);
        var fault = await house.FaultAsync();
        Assert.Equal((ChainFaultKind.HeadDisagrees, 1L), (fault.Kind, fault.Seal));
    }

    private static (ChainFaultKind, long?, Guid?) Named(ChainFault fault) => (fault.Kind, fault.Row, fault.Entry);

    private static async Task<TestHouse> SealedAsync(string database)
    {
        var house = await TestHouse.OpenAsync(database);
        for (var i = 0; i < 3; i++)
        {
            await house.NoteAsync(7);
            await house.SealAsync();
        }

        Assert.True((await house.VerifyAsync()).Holds);
        return house;
    }

    /// <summary>Changes one value of one row, behind every wall; null where the database would not have it.</summary>
    private static async Task<Flip?> FlipAsync(TestHouse house, Random chance)
    {
        var links = await house.LinksAsync();
        var entity = await house.ReadAsync(db => Task.FromResult(db.Model.FindEntityType(new[] { typeof(AuditEntry), typeof(ChainLink), typeof(ChainSeal) }[chance.Next(3)])!));
        var column = entity.GetProperties().ElementAt(chance.Next(entity.GetProperties().Count()));
        var (table, name, key) = (entity.GetTableName()!, column.GetColumnName(), entity.FindPrimaryKey()!.Properties[0].GetColumnName());
        var keys = await RowsAsync(house, $"select \"{key}\" from {table} order by 1");
        var row = keys[chance.Next(keys.Count)]!;
        var was = (await RowsAsync(house, $"select \"{name}\" from {table} where \"{key}\" = @p0", row))[0];
        var becomes = Flipped(column, was, chance);
        var after = name == key ? becomes! : row;
        try
        {
            await SetAsync(house, table, name, becomes, key, row);
        }
        catch (DbException)
        {
            return null;
        }

        var number = entity.ClrType == typeof(ChainSeal) ? (long?)null
            : entity.ClrType == typeof(ChainLink) ? Convert.ToInt64(row, System.Globalization.CultureInfo.InvariantCulture)
            : links.Single(l => l.Entry == (row is byte[] id ? new Guid(id, bigEndian: true) : (Guid)row)).Number;
        var seal = entity.ClrType == typeof(ChainSeal) ? Convert.ToInt64(row, System.Globalization.CultureInfo.InvariantCulture) : (long?)null;
        return new($"{table}.{name} of {number ?? seal} from {was ?? "null"} to {becomes ?? "null"}", number, seal, () => SetAsync(house, table, name, was, key, after));
    }

    private static object? Flipped(IProperty column, object? was, Random chance)
    {
        if (was is not null && column.IsNullable && chance.Next(4) == 0) return null;
        var kind = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (kind.IsEnum) return Enum.GetNames(kind).First(n => n != (string)was!);
        return was switch
        {
            byte[] { Length: > 0 } bytes => Bit(bytes, chance),
            Guid id => new Guid(Bit(id.ToByteArray(), chance)),
            string { Length: > 0 } text => Letter(text, chance),
            string => "x",
            long number => number + 1_000,
            int number => number + 1,
            DateTime at => at.AddTicks(10),
            DateOnly day => day.AddDays(1),
            null when kind == typeof(string) => "x",
            null when kind == typeof(long) => 1L,
            null when kind == typeof(byte[]) => new byte[] { 1 },
            null => column.GetTypeMapping().Converter?.ProviderClrType == typeof(byte[]) ? Guid.CreateVersion7().ToByteArray(true) : Guid.CreateVersion7(),
            _ => throw new InvalidOperationException($"{column.Name} is a {was.GetType().Name}"),
        };
    }

    private static byte[] Bit(byte[] bytes, Random chance)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[chance.Next(flipped.Length)] ^= (byte)(1 << chance.Next(8));
        return flipped;
    }

    /// <summary>A day on SQLite is text too, and must stay one.</summary>
    private static string Letter(string text, Random chance)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
            return day.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var letters = text.ToCharArray();
        var at = chance.Next(letters.Length);
        letters[at] = letters[at] == 'x' ? 'y' : 'x';
        return new(letters);
    }

    private static async Task<List<object?>> RowsAsync(TestHouse house, string sql, params object?[] values) => await house.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = Command(db, sql, values);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?>();
        while (await reader.ReadAsync()) rows.Add(await reader.IsDBNullAsync(0) ? null : reader.GetDataTypeName(0) == "date" && reader.GetFieldType(0) != typeof(string) ? reader.GetFieldValue<DateOnly>(0) : reader.GetValue(0));
        return rows;
    });

    private static Task SetAsync(TestHouse house, string table, string column, object? value, string key, object row) => house.WriteAsync(async db =>
    {
        await using var command = value is null
            ? Command(db, $"update {table} set \"{column}\" = null where \"{key}\" = @p0", row)
            : Command(db, $"update {table} set \"{column}\" = @p1 where \"{key}\" = @p0", row, value);
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    });

    private static DbCommand Command(TupaDb db, string sql, params object?[] values)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of the model.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static Task<AuditEntry> EntryAsync(TestHouse house, Guid id) => house.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().SingleAsync(e => e.Id == id));

    private static async Task<byte[]> LinkAsync(TestHouse house, Guid id, long number)
    {
        var before = await house.ReadAsync(db => db.Set<ChainLink>().AsNoTracking().SingleAsync(l => l.Number == number - 1));
        return new ChainDigest().Of(before.Link, number, await EntryAsync(house, id));
    }

    private static Task PutAsync(TestHouse house, AuditEntry entry) => house.WriteAsync(db =>
    {
        db.Add(entry);
        return Task.CompletedTask;
    });

    private static async Task SwapAsync(TestHouse house, AuditEntry one, AuditEntry other)
    {
        await house.WriteAsync(db => db.Set<AuditEntry>().Where(e => e.Id == one.Id || e.Id == other.Id).ExecuteDeleteAsync());
        await PutAsync(house, Copied(one, other.Id));
        await PutAsync(house, Copied(other, one.Id));
    }

    private static AuditEntry Copied(AuditEntry entry, Guid id) => new()
    {
        Id = id,
        At = entry.At,
        By = entry.By,
        ByName = entry.ByName,
        Deed = entry.Deed,
        Outcome = entry.Outcome,
        Thing = entry.Thing,
        Subject = entry.Subject,
        Space = entry.Space,
        Count = entry.Count,
        Population = entry.Population,
        Authority = entry.Authority,
        Way = entry.Way,
        Reference = entry.Reference,
        Address = entry.Address,
        AddressSalt = entry.AddressSalt,
        AddressDigest = entry.AddressDigest,
    };

    private sealed record Flip(string What, long? Row, long? Seal, Func<Task> Back);
}
