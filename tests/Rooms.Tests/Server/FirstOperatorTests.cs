using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Access;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;
using Tupa.Server;

namespace Tupa.Tests;

/// <summary>The first person of a house is made on the machine, and only the first.</summary>
public sealed class FirstOperatorTests
{
    private static readonly NewOperator Told = new("Aino.Maki", "Aino", "Mäki", "aino.maki@kuusisalmi.example", default);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_first_operator_gets_a_code_that_sets_a_password_and_an_authority_of_at_most_a_year(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (slip, refusal) = await AddAsync(house, Told);

        Assert.Null(refusal);
        Assert.Equal(["operator-command"], (await house.ReadAsync(db => db.Set<AuditEntry>().Select(e => e.ByName).Distinct().ToListAsync())).Except(["access"]));
        Assert.Contains("register.operator.added", await house.AuditedAsync());
        var held = Assert.Single(await house.InAsync((Authorities powers) => powers.HeldAsync(slip!.Person)));
        Assert.Equal(AuthorityKind.Operator, held.Kind);
        Assert.True(held.UntilUtc <= Helsinki.EndOf(Helsinki.Day(house.Now).AddMonths(12)));
        Assert.Contains(await house.InAsync((PersonalSummary summary) => summary.OfAsync(slip!.Person)), r => r.Source == Source.Operator);

        using var visitor = house.Visitor();
        using var set = await visitor.PostAsync("/passwords/by-code",
            ("userId", "aino.maki"), ("words", slip!.Words), ("new", "metsän siimeksessä 12"), ("again", "metsän siimeksessä 12"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_taken_user_ID_and_a_second_operator_are_refused_and_nothing_is_made(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        await AddAsync(house, Told);
        var people = await house.ReadAsync(db => db.Set<Person>().CountAsync());

        Assert.Equal(OperatorText.UserIdTaken, (await AddAsync(house, Told)).Refusal?.Reason);
        Assert.Equal(AuthorityText.OperatorThere, (await AddAsync(house, Told with { UserId = "eero.lahti" })).Refusal?.Reason);
        Assert.Equal(OperatorText.BadUserId, (await AddAsync(house, Told with { UserId = "eero lahti" })).Refusal?.Reason);
        Assert.Equal(people, await house.ReadAsync(db => db.Set<Person>().CountAsync()));
        Assert.Equal(3, (await house.AuditedAsync()).Count(d => d == "register.operator.add refused"));
    }

    [Fact]
    public async Task The_front_page_of_an_empty_house_says_how_to_begin_until_somebody_can_sign_in()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        using var visitor = house.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd("sv");
        var page = await visitor.PageAsync("/");
        Assert.Equal("Tupa är tom", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("tupa operator add", page.Body!.TextContent, StringComparison.Ordinal);

        await AddAsync(house, Told);
        Assert.DoesNotContain("tupa operator add", (await visitor.PageAsync("/")).Body?.TextContent ?? "", StringComparison.Ordinal);
        using var gone = await visitor.GetAsync("/first-operator");
        Assert.Equal("/", gone.Headers.Location?.ToString());
        Assert.Equal(0, await house.Statements.DuringAsync(() => visitor.GetAsync("/")));
    }

    private static Task<(Slip? Slip, Refusal? Refusal)> AddAsync(TestHouse house, NewOperator told) =>
        house.InAsync((IServiceProvider scope) => OperatorCommand.AddAsync(scope, scope.GetRequiredService<Settings>(), told, default));
}
