using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>A lost second factor is removed by another who may, or on the machine, and never in silence.</summary>
public sealed class FactorResetTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task An_operator_removes_anothers_factor_all_sessions_end_and_the_person_is_told(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (outi, aino) = (await house.Town.StaffAsync("Outi Salmela"), await house.Town.StaffAsync("Aino Mäkelä"));
        using var admin = await house.SignedInAsync(outi);
        using var hers = await house.SignedInAsync(aino);
        await EmpowerAsync(house, outi, AuthorityKind.Operator);
        await FactorAsync(house, outi);
        await FactorAsync(house, aino);

        var profile = await admin.PageAsync($"/people/{aino}");
        Assert.NotNull(profile.QuerySelector($"a[href='/people/{aino}/second-factor']"));
        var page = await admin.PageAsync($"/people/{aino}/second-factor");
        Assert.Equal("Aino Mäkelä", page.QuerySelector(".lead")?.TextContent);
        Assert.NotNull(page.QuerySelector($"form[action='/people/{aino}/second-factor/end']"));

        using var done = await admin.PostAsync($"/people/{aino}/second-factor/end");
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains(FactorText.ResetDone.Fi, (await admin.PageAsync(done.Headers.Location!.ToString())).Body!.TextContent, StringComparison.Ordinal);
        using var away = await hers.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Unauthorized, away.StatusCode);
        Assert.Equal((0, 0), await LeftAsync(house, aino));
        Assert.Contains("access.factor.reset", await house.AuditedAsync());

        using var again = await house.SignedInAsync(aino);
        Assert.Contains("Ylläpito poisti monivaiheisen tunnistautumisesi", (await again.PageAsync("/notifications")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/people/{aino}/second-factor/end")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Others_oneself_and_whoever_could_give_a_password_too_remove_nothing(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var unit = await house.Town.UnitAsync("Kaupunkitekniikka", parent: await house.Town.CityAsync());
        var (head, aino) = (await house.Town.StaffAsync("Outi Salmela", unit), await house.Town.StaffAsync("Aino Mäkelä", unit));
        var (clerk, officer) = (await house.Town.StaffAsync("Kai Virta"), await house.Town.StaffAsync("Väinö Vieras"));
        await house.WriteAsync(async db => (await db.Set<Unit>().SingleAsync(u => u.Id == unit)).Head = (await db.Set<Assignment>().SingleAsync(a => a.Person == head)).Id);
        await EmpowerAsync(house, head, AuthorityKind.Operator);
        await EmpowerAsync(house, clerk, AuthorityKind.RegisterAdministrator);
        await EmpowerAsync(house, officer, AuthorityKind.SecurityOfficer);
        foreach (var person in new[] { head, aino, clerk, officer }) await FactorAsync(house, person);

        using var colleague = await house.SignedInAsync(await house.Town.StaffAsync("Börje Öhman"));
        using var register = await house.SignedInAsync(clerk);
        using var supervisor = await house.SignedInAsync(head);
        using var hers = await house.SignedInAsync(aino);
        foreach (var client in new[] { colleague, register, hers })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/people/{aino}/second-factor")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"/people/{aino}/second-factor/end")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.PostAsync($"/people/{Guid.CreateVersion7()}/second-factor/end")).StatusCode);
        Assert.Null((await register.PageAsync($"/people/{aino}")).QuerySelector("a[href$='/second-factor']"));
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.PostAsync($"/people/{head}/second-factor/end")).StatusCode);
        using var alone = await supervisor.PostAsync($"/people/{aino}/second-factor/end");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Contains(FactorText.NotAlone.Fi, (await alone.DocumentAsync()).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((1, 1), await LeftAsync(house, aino));
        Assert.Equal(6, (await house.AuditedAsync()).Count(d => d == "access.factor.reset refused"));

        using var security = await house.SignedInAsync(officer);
        Assert.Equal(HttpStatusCode.SeeOther, (await security.PostAsync($"/people/{aino}/second-factor/end")).StatusCode);
        Assert.Equal((0, 0), await LeftAsync(house, aino));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task On_the_machine_the_last_operator_is_let_in_again_and_nobody_else(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (outi, aino) = (await house.Town.StaffAsync("Outi Salmela"), await house.Town.StaffAsync("Aino Mäkelä"));
        await house.AccountAsync(outi, "outi.salmela");
        await house.AccountAsync(aino, "aino.makela");
        await EmpowerAsync(house, outi, AuthorityKind.Operator);
        await FactorAsync(house, outi);
        await FactorAsync(house, aino);

        foreach (var other in new[] { "aino.makela", "ei.ketaan" })
        {
            var (code, _, complained) = await TupaProcess.RunAsync(Place.Of(house), ["operator", "recover", other]);
            Assert.Equal((2, OperatorText.NoOperator.En), (code, complained));
        }

        Assert.True((await house.TryAsync("outi.salmela")).Pending);
        var (slip, refusal) = await house.InAsync((IServiceProvider scope) => OperatorCommand.RecoverAsync(scope, "Outi.Salmela", default));
        Assert.Null(refusal);
        Assert.Equal((0, 0), await LeftAsync(house, outi));
        Assert.Equal((0, 1), await LeftAsync(house, aino));
        Assert.Contains("access.factor.reset", await house.AuditedAsync());

        // The old password does, and then a new factor comes before anything else.
        using var browser = house.Browser();
        await browser.SignInAsync("outi.salmela");
        Assert.StartsWith(GateWay.FactorPage, (await browser.GetAsync("/register")).Headers.Location!.ToString(), StringComparison.Ordinal);

        using var visitor = house.Visitor();
        using var set = await visitor.PostAsync("/passwords/by-code",
            ("userId", slip!.UserId), ("words", slip.Words), ("new", "metsän siimeksessä 12"), ("again", "metsän siimeksessä 12"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        var told = await house.ReadAsync(db => db.Set<NoticeRow>().Where(n => n.Person == outi).Select(n => n.ThingKind).ToListAsync());
        Assert.Contains(nameof(AccessNewsKind.FactorReset), told);
    }

    private static async Task<(int Sessions, int Factors)> LeftAsync(TestHouse house, PersonId person) => await house.ReadAsync(async db =>
        (await db.Set<Session>().CountAsync(s => s.Person == person), await db.Set<Factor>().CountAsync(f => f.Person == person)));

    private static Task EmpowerAsync(TestHouse house, PersonId person, AuthorityKind kind) => house.WriteAsync(async db => db.Add(new Authority
    {
        Id = AuthorityId.New(),
        Assignment = (await db.Set<Assignment>().SingleAsync(a => a.Person == person)).Id,
        Kind = kind,
        Scope = kind == AuthorityKind.RegisterAdministrator ? "A" : null,
        FromUtc = house.Now.AddDays(-1),
        UntilUtc = house.Now.AddDays(30),
    }));

    private static Task FactorAsync(TestHouse house, PersonId person) => house.WriteAsync(db =>
    {
        db.Add(new Factor { Person = person, Sealed = new byte[40], CreatedAt = house.Now, ConfirmedAt = house.Now });
        db.Add(new RecoveryCode { Person = person, CodeHash = new byte[32] });
        return Task.CompletedTask;
    });
}
