using System.Text;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;
using Microsoft.EntityFrameworkCore;

namespace Tupa.Tests;

public sealed class FactorTests
{
    // RFC 6238, appendix B, SHA-1.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_rfc(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Encoding.ASCII.GetBytes("12345678901234567890"), Totp.StepOf(DateTime.UnixEpoch.AddSeconds(seconds)), digits: 8));

    [Fact]
    public void The_key_is_base_32() => Assert.Equal("MZXW6YTBOI", Totp.Base32("foobar"u8));

    [Fact]
    public void A_code_works_once_and_one_step_around_now()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = DateTime.UnixEpoch.AddSeconds(1111111109);
        var step = Totp.StepOf(now);

        Assert.Equal(step - 1, Totp.Match(secret, Totp.Code(secret, step - 1), now, 0));
        Assert.Null(Totp.Match(secret, Totp.Code(secret, step - 2), now, 0));
        Assert.Null(Totp.Match(secret, Totp.Code(secret, step), now, step));
        Assert.Null(Totp.Match(secret, "", now, 0));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_factor_is_asked_after_the_password_and_a_recovery_code_stands_in_once(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var (secret, codes) = await SetUpAsync(house, aino);
        Assert.Equal(FactorActions.RecoveryCodes, codes.Distinct().Count());

        var first = await house.TryAsync("aino.makela");
        Assert.True(first.Pending);
        Assert.Null(await house.WhoAsync(first.Secret));

        house.Clock.Move(TimeSpan.FromSeconds(60));
        var pending = await PendingAsync(house, first.Secret!);
        Assert.Equal(422, (await PassAsync(house, pending, "000000")).Status);
        var passed = await PassAsync(house, pending, Totp.Code(secret, Totp.StepOf(house.Now)));
        Assert.Equal(aino, await house.WhoAsync(passed.Secret));
        Assert.NotEqual(first.Secret, passed.Secret);

        var again = await PendingAsync(house, (await house.TryAsync("aino.makela")).Secret!);
        Assert.Equal(422, (await PassAsync(house, again, Totp.Code(secret, Totp.StepOf(house.Now)))).Status);
        Assert.Equal(303, (await PassAsync(house, again, codes[0].ToUpperInvariant())).Status);
        var third = await PendingAsync(house, (await house.TryAsync("aino.makela")).Secret!);
        Assert.Equal(422, (await PassAsync(house, third, codes[0])).Status);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_authority_without_a_factor_is_led_to_set_one_up_and_holds_nothing_until_then(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        await house.WriteAsync(async db => db.Add(new Authority
        {
            Id = AuthorityId.New(),
            Assignment = (await db.Set<Assignment>().SingleAsync(a => a.Person == aino)).Id,
            Kind = AuthorityKind.SecurityOfficer,
            FromUtc = house.Now.AddDays(-1),
            UntilUtc = house.Now.AddDays(30),
        }));
        var secret = (await house.TryAsync("aino.makela")).Secret!;

        var before = await VisitorAsync(house, secret);
        Assert.Equal((GateWay.FactorPage, false), (before.Gate, before.Holds(AuthorityKind.SecurityOfficer)));
        await SetUpAsync(house, aino, await IdAsync(house, secret));
        var after = await VisitorAsync(house, secret);
        Assert.Equal((null, true), (after.Gate, after.Holds(AuthorityKind.SecurityOfficer)));
        Assert.False(after.Holds(AuthorityKind.Operator));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_factor_of_a_lost_key_is_refused_as_a_wrong_code_and_one_half_set_up_begins_anew(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        await house.AccountAsync(aino, "aino.makela");
        await house.AccountAsync(borje, "borje.ohman");
        var (secret, _) = await SetUpAsync(house, aino);
        await house.InAsync((FactorActions f) => f.BeginAsync(borje));
        await house.WriteAsync(db => db.Set<Factor>().ExecuteUpdateAsync(set => set.SetProperty(f => f.Sealed, new byte[48])));

        house.Clock.Move(TimeSpan.FromSeconds(60));
        var pending = await PendingAsync(house, (await house.TryAsync("aino.makela")).Secret!);
        Assert.Equal(422, (await PassAsync(house, pending, Totp.Code(secret, Totp.StepOf(house.Now)))).Status);
        Assert.Null(await house.InAsync((FactorActions f) => f.SetupAsync(borje)));
        await house.InAsync((FactorActions f) => f.BeginAsync(borje));
        Assert.NotNull(await house.InAsync((FactorActions f) => f.SetupAsync(borje)));
    }

    private static async Task<Visitor> VisitorAsync(TestHouse house, string secret)
    {
        var visitor = new Visitor();
        visitor.Enter((await house.InAsync((DoorQueries d) => d.SessionAsync(Secrets.Hash(secret))))!);
        return visitor;
    }

    private static async Task<SessionId> IdAsync(TestHouse house, string secret) =>
        (await house.InAsync((DoorQueries d) => d.SessionAsync(Secrets.Hash(secret))))!.Session;

    private static Task<SessionId> PendingAsync(TestHouse house, string secret) => IdAsync(house, secret);

    private static Task<SignInAnswer> PassAsync(TestHouse house, SessionId pending, string code) =>
        house.InAsync((FactorActions f) => f.PassAsync(pending, code, null));

    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(TestHouse house, PersonId person, SessionId current = default)
    {
        await house.InAsync((FactorActions f) => f.BeginAsync(person));
        var factor = await house.ReadAsync(db => db.Set<Factor>().SingleAsync(f => f.Person == person));
        var secret = house.Services.GetService(typeof(HouseKeys)) is HouseKeys keys ? keys.Open("factor", factor.Sealed, person.ToString())! : [];
        var (codes, refusal) = await house.InAsync((FactorActions f) => f.ConfirmAsync(person, current, Totp.Code(secret, Totp.StepOf(house.Now))));
        Assert.Null(refusal);
        return (secret, codes);
    }
}
