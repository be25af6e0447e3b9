using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Privacy;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>A legal hold stops the erasure and nothing else, takes two people, and ends by itself.</summary>
public sealed class HoldTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Who_is_held_is_not_erased_until_the_hold_has_ended(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (officer, second) = await OfficersAsync(house);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.EndedLongAgoAsync(aino);
        var hold = LegalHoldId.New();
        Assert.Null(await PlaceAsync(house, hold, aino, officer));
        Assert.Null(await house.InAsync((HoldActions holds) => holds.ConfirmAsync(hold, Actor.Of(second))));

        Assert.Equal(new JobReport(), await house.NightAsync());
        Assert.Equal(1, await house.InAsync((ErasureQueries queries) => queries.HeldAsync()));
        Assert.True(await house.ReadAsync(db => db.Set<Assignment>().AnyAsync(a => a.Person == aino && a.UntilUtc < house.Now)));

        // Past its day it holds nobody, with every job dead; the next night erases.
        house.Clock.Move(TimeSpan.FromDays(41));
        Assert.Equal(1, (await house.NightAsync()).Changed);
        Assert.Equal(0, await house.RemainingAsync(aino));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<LegalHold>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Placing_and_ending_take_two_people(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (officer, second) = await OfficersAsync(house);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        var hold = LegalHoldId.New();
        Assert.Equal(Refusal.Absent.Reason, (await PlaceAsync(house, hold, aino, second))!.Reason);
        Assert.Equal(HoldText.NotOneself, (await PlaceAsync(house, hold, officer, officer))!.Reason);
        Assert.Null(await PlaceAsync(house, hold, aino, officer));
        Assert.Null(await PlaceAsync(house, hold, aino, officer));

        Assert.Equal(HoldText.SecondPerson, (await ConfirmAsync(officer))!.Reason);
        Assert.Equal(Refusal.Absent, await ConfirmAsync(aino));
        Assert.Null(await ConfirmAsync(second));
        Assert.Null(await EndAsync(officer));
        Assert.Equal(HoldText.SecondPerson, (await EndAsync(officer))!.Reason);
        Assert.Equal(1, await house.InAsync((ErasureQueries queries) => queries.HeldAsync()));
        Assert.Null(await EndAsync(second));
        Assert.Equal(0, await house.InAsync((ErasureQueries queries) => queries.HeldAsync()));
        Assert.Equal(
            ["privacy.hold.place refused", "privacy.hold.place refused", "privacy.hold.placed", "privacy.hold.confirm refused", "privacy.hold.confirm refused",
                "privacy.hold.confirmed", "privacy.hold.end-asked", "privacy.hold.end refused", "privacy.hold.ended"],
            (await house.AuditedAsync()).Where(d => d.StartsWith("privacy", StringComparison.Ordinal)));

        Task<Refusal?> ConfirmAsync(PersonId by) => house.InAsync((HoldActions holds) => holds.ConfirmAsync(hold, Actor.Of(by)));
        Task<Refusal?> EndAsync(PersonId by) => house.InAsync((HoldActions holds) => holds.EndAsync(hold, Actor.Of(by)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Unconfirmed_it_lapses_in_a_week(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (officer, _) = await OfficersAsync(house);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        await house.EndedLongAgoAsync(aino);
        Assert.Null(await PlaceAsync(house, LegalHoldId.New(), aino, officer));
        Assert.Equal(new JobReport(), await house.NightAsync());

        house.Clock.Move(TimeSpan.FromDays(8));
        Assert.Equal(1, (await house.NightAsync()).Changed);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_words()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var (officer, _) = await OfficersAsync(house);
        var aino = await house.Town.StaffAsync("Aino Mäki");
        Assert.Equal(HoldText.ReasonNeeded, await RefusedAsync("aino.maki", "  ", 30));
        Assert.Equal(HoldText.BadDay, await RefusedAsync("aino.maki", "Laki", -1));
        Assert.Equal(HoldText.BadDay, await RefusedAsync("aino.maki", "Laki", 800));
        Assert.Equal(HoldText.NotFound, await RefusedAsync("nobody.here", "Laki", 30));
        Assert.Equal(HoldText.NotFound, await RefusedAsync(Guid.CreateVersion7().ToString(), "Laki", 30));
        Assert.Null(await RefusedAsync("Aino.Maki@kuusisalmi.example", "Laki", 30));
        Assert.Equal(aino, (await house.ReadAsync(db => db.Set<LegalHold>().SingleAsync())).Person);

        async Task<Text?> RefusedAsync(string whom, string reason, int days) => (await house.InAsync((HoldActions holds) =>
            holds.PlaceAsync(LegalHoldId.New(), whom, reason, house.Clock.Today().AddDays(days), Actor.Of(officer))))?.Reason;
    }

    internal static async Task<(PersonId Officer, PersonId Second)> OfficersAsync(TestHouse house)
    {
        var (officer, second) = (await house.Town.StaffAsync("Oona Virtanen"), await house.Town.StaffAsync("Pekka Salo"));
        await HoldingAsync(house, officer, AuthorityKind.DataProtectionOfficer);
        await HoldingAsync(house, second, AuthorityKind.RegisterAdministrator);
        return (officer, second);
    }

    /// <summary>With a second factor, without which a power opens nothing.</summary>
    private static Task HoldingAsync(TestHouse house, PersonId person, AuthorityKind kind) => house.WriteAsync(async db =>
    {
        db.Add(new Factor { Person = person, Sealed = [1], ConfirmedAt = house.Now, CreatedAt = house.Now });
        db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = (await db.Set<Assignment>().SingleAsync(a => a.Person == person)).Id,
            Kind = kind,
            Scope = kind == AuthorityKind.RegisterAdministrator ? "A" : null,
            FromUtc = house.Now.AddDays(-1),
            UntilUtc = house.Now.AddDays(300),
        });
    });

    private static Task<Refusal?> PlaceAsync(TestHouse house, LegalHoldId id, PersonId whom, PersonId by) => house.InAsync((HoldActions holds) =>
        holds.PlaceAsync(id, whom.ToString(), "Vahingonkorvausasia KH/12/2026", house.Clock.Today().AddDays(40), Actor.Of(by)));
}
