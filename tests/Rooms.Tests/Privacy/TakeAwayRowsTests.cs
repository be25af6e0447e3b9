using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests;

/// <summary>What the rooms hand over about a person is all they hold, and nobody else's.</summary>
public sealed class TakeAwayRowsTests
{
    private const string Others = "Börje";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Whatever_column_names_a_person_its_room_hands_a_row_over_that_names_nobody_else(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (other, space) = await TownAsync(house);
        var rows = new PersonRows(house, other, space);
        var columns = await rows.ColumnsAsync();
        Assert.True(columns.Count > 40, "The columns of people were not found");
        var faults = new List<string>();
        foreach (var column in columns)
        {
            var person = await house.Town.StaffAsync($"Aino Mäki{columns.ToList().IndexOf(column)}");
            if (!await rows.HasAsync(column, person)) await rows.AddAsync(column, person);

            var given = await GivenAsync(house, column.Table, person);
            if (given.Count == 0) faults.Add($"{column.Table}.{column.Column} is not handed over");
            faults.AddRange(given.SelectMany(r => r.Values).Where(v => v.Value is { } value && (value.Contains(Others, StringComparison.Ordinal) || value == other.ToString()))
                .Select(v => $"{column.Table}.{v.Key} names somebody else"));
        }

        Assert.Empty(faults.Distinct());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_said_of_a_person_by_a_duty_is_handed_over_too(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (other, _) = await TownAsync(house);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        var partner = await house.Town.PartnerAsync("Pirjo Kumppani", aino);
        var duty = await house.AssignmentAsync(aino);
        await house.WriteAsync(db =>
        {
            db.Add(new Authority { Id = AuthorityId.New(), Assignment = duty, Kind = AuthorityKind.SecurityOfficer, FromUtc = house.Now, UntilUtc = house.Now.AddDays(1), GrantedBy = other });
            db.Add(new TeamConfirmation { Assignment = duty, Round = Helsinki.Day(house.Now), ConfirmedBy = other, ConfirmedAt = house.Now });
            return Task.CompletedTask;
        });

        foreach (var table in new[] { "register_authorities", "register_confirmations", "register_sponsorships", "register_assignments", "register_group_members" })
            Assert.NotEmpty(await GivenAsync(house, table, aino));
        var sponsorship = Assert.Single(await GivenAsync(house, "register_sponsorships", partner));
        Assert.Equal("Yhteinen hanke", sponsorship.Values["purpose"]);
        Assert.Null(sponsorship.Values["sponsor_assignment"]);
        Assert.Null(sponsorship.Values["told_by"]);

        // Groups and units are said by name.
        var unit = await house.ReadAsync(db => db.Set<Unit>().Where(u => u.Kind == UnitKind.City).Select(u => u.NameFi).FirstAsync());
        Assert.Equal(unit, Assert.Single(await GivenAsync(house, "register_assignments", aino)).Values["unit"]);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task No_secret_is_handed_over(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.WriteAsync(db =>
        {
            db.Add(new Access.Account { Person = aino, UserId = "aino.maki", Folded = "aino.maki", PasswordHash = "$argon2id$salaisuus", CreatedAt = house.Now });
            db.Add(new Access.Factor { Person = aino, Sealed = [1, 2, 3], ConfirmedAt = house.Now, CreatedAt = house.Now });
            return Task.CompletedTask;
        });

        var rows = await house.InAsync(async (IEnumerable<IPersonalData> rooms) => await rooms.ToAsyncEnumerable().SelectMany(r => r.ExportAsync(aino, default)).ToListAsync());
        Assert.Contains(rows, r => r.Table == "access_factors");
        Assert.DoesNotContain(rows, r => r.Values.Keys.Any(c => c.Contains("hash", StringComparison.Ordinal) || c is "sealed" or "sort_key" or "digest"));
        Assert.DoesNotContain(rows, r => r.Values.Values.Any(v => v?.Contains("salaisuus", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Every_table_that_is_handed_over_has_a_name_for_people()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var tables = await house.InAsync((IEnumerable<IPersonalData> rooms) => Task.FromResult(rooms.SelectMany(r => r.Tables).ToList()));

        Assert.Equal(tables.Order(StringComparer.Ordinal), PackageWords.Tables.Keys.Order(StringComparer.Ordinal));
        Assert.All(tables, t => Assert.NotEqual(t.Split('_')[0], PackageWords.Room(t.Split('_')[0]).Fi));
    }

    private static async Task<(PersonId Other, TestSpace Space)> TownAsync(TestHouse house)
    {
        var other = await house.Town.StaffAsync($"{Others} Öhman");
        return (other, await house.Town.SpaceAsync("Salmensilta", Confidentiality.Members, other));
    }

    private static Task<List<PersonalRow>> GivenAsync(TestHouse house, string table, PersonId person) => house.InAsync(async (IEnumerable<IPersonalData> rooms) =>
        await rooms.Single(r => r.Tables.Contains(table)).ExportAsync(person, default).Where(r => r.Table == table).ToListAsync());
}
