using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>The door over HTTP: one house, every kind of visitor.</summary>
public sealed class DoorTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_visitor_is_shown_to_the_sign_in_page_and_back_and_a_program_is_told(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var browser = house.Browser();

        var away = await browser.GetAsync("/me/security?x=1");
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in?returnUrl=%2Fme%2Fsecurity%3Fx%3D1"), (away.StatusCode, away.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).StatusCode);

        using var program = new HttpClient { BaseAddress = house.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/me/security")).StatusCode);

        var wrong = await browser.SignInAsync("aino.makela", "väärä salasana tässä");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("role=\"alert\"", await wrong.Content.ReadAsStringAsync());

        var right = await browser.SignInAsync("aino.makela", returnUrl: "/me/security");
        Assert.Equal((HttpStatusCode.SeeOther, "/me/security"), (right.StatusCode, right.Headers.Location!.ToString()));
        Assert.All(right.Headers.GetValues("Set-Cookie"), c => Assert.Contains("httponly", c));

        var page = await browser.GetAsync("/me/security");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("/", (await browser.SignInAsync("aino.makela", returnUrl: "//evil.example/")).Headers.Location!.ToString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Gates_are_passed_in_order_and_until_then_only_own_things_are_open(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela", gates: false);
        using var browser = house.Browser();
        await browser.SignInAsync("aino.makela");

        Assert.StartsWith(GateWay.NoticePage, (await browser.GetAsync("/me/tokens")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/security")).StatusCode);
        Assert.Contains("aino.makela@kuusisalmi.example", await browser.GetStringAsync(GateWay.NoticePage));

        await browser.FormAsync(GateWay.NoticePage, ("returnUrl", "/me/tokens"));
        Assert.StartsWith(GateWay.PledgePage, (await browser.GetAsync("/me/tokens")).Headers.Location!.ToString());
        Assert.Contains("Salassapitositoumus", await browser.GetStringAsync(GateWay.PledgePage));

        var through = await browser.FormAsync(GateWay.PledgePage, ("returnUrl", "/me/tokens"));
        Assert.Equal("/me/tokens", through.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/tokens")).StatusCode);
        Assert.Equal(["access.notice.read", "access.pledge.given"], (await house.AuditedAsync()).Where(d => d is "access.notice.read" or "access.pledge.given"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_pupil_reads_a_plain_notice_and_gives_no_pledge(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var school = await house.Town.UnitAsync("Salmen koulu", Register.UnitKind.School, await house.Town.CityAsync(), "03764");
        var group = await house.Town.GroupAsync("7B", Register.GroupKind.Class, school);
        await house.AccountAsync(await house.Town.PupilAsync("Oona Oppilas", school, group), "oona.oppilas", gates: false);
        using var browser = house.Browser();
        await browser.SignInAsync("oona.oppilas");

        Assert.Contains("Hei! Tämä on Tupa", await browser.GetStringAsync(GateWay.NoticePage));
        await browser.FormAsync(GateWay.NoticePage, ("returnUrl", "/me/tokens"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me/tokens")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Changing_the_password_ends_every_other_session(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var here = house.Browser();
        using var there = house.Browser();
        await here.SignInAsync("aino.makela");
        await there.SignInAsync("aino.makela");

        const string next = "uusi pitkä salasana nyt";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(here, "väärä salasana tässä", next)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(here, Door.Password, "lyhyt")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ChangeAsync(here, Door.Password, next)).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/me/security")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync("/me/security")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Signing_out_of_a_shared_device_leaves_nothing_behind(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var browser = house.Browser();
        var signed = await browser.SignInAsync("aino.makela", shared: true);
        Assert.DoesNotContain(signed.Headers.GetValues("Set-Cookie"), c => c.Contains("tupa-device", StringComparison.Ordinal));

        var outside = await browser.FormAsync("/sessions/current/end");
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", outside.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/me/security")).StatusCode);
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Session>().CountAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_key_opens_its_scope_alone_never_a_page_and_ends_on_its_day(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        var today = Helsinki.Day(house.Now);
        var (none, tooLong) = await house.InAsync((TokenActions t) => t.MakeAsync("x", [Scopes.PostsRead], today.AddMonths(13), aino));
        Assert.Null(none);
        Assert.Equal(TokenText.DayMissing, tooLong!.Reason);
        var (key, _) = await house.InAsync((TokenActions t) => t.MakeAsync("Kalenteri", [Scopes.PostsRead], today.AddDays(2), aino));

        using var program = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        program.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/me/security")).StatusCode);

        var visitor = await TokenVisitorAsync(house, key!);
        Assert.Equal((aino, true, false), (visitor!.Person, visitor.HasScope(Scopes.PostsRead), visitor.HasScope(Scopes.PostsWrite)));
        house.Clock.Move(TimeSpan.FromDays(4));
        Assert.Null(await TokenVisitorAsync(house, key!));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_language_is_kept_with_the_person_and_for_visitors_in_a_cookie(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        await house.AccountAsync(await house.Town.StaffAsync("Aino Mäkelä"), "aino.makela");
        using var browser = house.Browser();

        Assert.Contains("Kirjaudu sisään", await browser.GetStringAsync("/sign-in"));
        await browser.FormAsync("/language", ("language", "sv"), ("back", "/sign-in"));
        Assert.Contains("Logga in", await browser.GetStringAsync("/sign-in"));
        await browser.SignInAsync("aino.makela");
        await browser.FormAsync("/language", ("language", "en"), ("back", "/me/security"));
        Assert.Contains("Sign-in and security", await browser.GetStringAsync("/me/security"));
        Assert.Equal("/", (await browser.FormAsync("/language", ("language", "en"), ("back", "https://evil.example"))).Headers.Location!.ToString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Everything_about_signing_in_is_handed_over_and_let_go_of(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var aino = await house.Town.StaffAsync("Aino Mäkelä");
        await house.AccountAsync(aino, "aino.makela");
        await house.TryAsync("aino.makela");
        await house.TryAsync("aino.makela", "väärä salasana tässä");
        await house.InAsync((TokenActions t) => t.MakeAsync("Kalenteri", [Scopes.MeRead], Helsinki.Day(house.Now), aino));

        var tables = await house.InAsync(async (IEnumerable<IPersonalData> all) =>
        {
            List<string> found = [];
            await foreach (var row in Provider(all).ExportAsync(aino, default))
            {
                found.Add(row.Table);
                Assert.DoesNotContain(row.Values.Keys, k => k.Contains("hash", StringComparison.Ordinal) || k.Contains("sealed", StringComparison.Ordinal));
            }

            return found;
        });
        Assert.Equal(["access_accounts", "access_attempts", "access_devices", "access_gate_marks", "access_sessions", "access_tokens"], tables.Distinct().Order(StringComparer.Ordinal));

        await using var scope = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.CreateAsyncScope(house.Services);
        var provider = Provider((IEnumerable<IPersonalData>)scope.ServiceProvider.GetService(typeof(IEnumerable<IPersonalData>))!);
        var writing = (Writing)scope.ServiceProvider.GetService(typeof(Writing))!;
        Assert.True(await writing.RunAsync(() => provider.EraseAsync(aino, default)) > 5);
        Assert.Equal(0, await provider.RemainingAsync(aino, default));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Attempt>().CountAsync()));
    }

    private static IPersonalData Provider(IEnumerable<IPersonalData> all) => all.Single(p => p is AccessPersonalData);

    private static async Task<Visitor?> TokenVisitorAsync(TestHouse house, string key)
    {
        if (await house.InAsync((DoorQueries d) => d.TokenAsync(Secrets.Hash(key))) is not { } row) return null;

        var visitor = new Visitor();
        visitor.Enter(row);
        return visitor;
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string old, string next) =>
        browser.FormAsync("/me/password", ("old", old), ("new", next), ("again", next));
}
