using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>
/// What must be done before one enters is done before anything else, by every channel: whoever has not read the notice, given the pledge,
/// set up the factor of an authority or passed the second step gets nothing of any route, by browser or by token, and changes nothing.
/// </summary>
public sealed class GateTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Before_the_gates_are_passed_no_route_gives_or_does_anything(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        var routes = RouteList.Of(house).Where(r => r.Who is not ("impersonal" or "visitor") && !IsForMachines(r)).ToList();
        Assert.True(routes.Count > 120, "The routes of the house were not found");
        var before = await house.AuditedAsync();
        var let = new List<string>();

        foreach (var (who, client, exempt) in await VisitorsAsync(house, town))
        {
            foreach (var route in routes.Where(r => r.Who != exempt))
            {
                foreach (var accept in new[] { "text/html", "application/json" })
                {
                    var (status, body, to) = await AskAsync(client, route, town, accept);
                    if (status is not (HttpStatusCode.SeeOther or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) let.Add($"{route.Method} {route.Pattern} answers {who} {(int)status}");
                    if (status == HttpStatusCode.SeeOther && !to.StartsWith("/welcome/", StringComparison.Ordinal) && !to.StartsWith("/me/security/factor", StringComparison.Ordinal) && !to.StartsWith("/sign-in", StringComparison.Ordinal))
                        let.Add($"{route.Method} {route.Pattern} sends {who} to {to}");
                    if (body.Contains("Terve", StringComparison.Ordinal) || body.Contains("Lahti", StringComparison.Ordinal)) let.Add($"{route.Method} {route.Pattern} tells {who} of the town");
                }
            }

            client.Dispose();
        }

        Assert.Empty(let);
        Assert.Equal(before, await house.AuditedAsync());
    }

    [Fact]
    public async Task A_token_opens_the_routes_of_its_own_scope_and_no_other()
    {
        await using var house = await (await TestHouse.OpenAsync("sqlite")).ServeAsync();
        var town = await RouteTown.BuildAsync(house);
        var routes = RouteList.Of(house).Where(r => r.Who != "impersonal" && !IsForMachines(r)).ToList();
        var before = await house.AuditedAsync();
        var faults = new List<string>();
        foreach (var scope in Scopes.All)
        {
            using var program = await house.WithTokenAsync(town.Staff, scope);
            foreach (var route in routes.Where(r => r.Who != $"scope {scope}"))
            {
                var (status, _, _) = await AskAsync(program, route, town, "text/html");
                if (status != HttpStatusCode.Forbidden) faults.Add($"{route.Method} {route.Pattern} answers a token of {scope} {(int)status}");
            }

            foreach (var route in routes.Where(r => r.Who == $"scope {scope}" && r.IsSafe))
            {
                var (status, _, _) = await AskAsync(program, route, town, "application/json");
                if (status != HttpStatusCode.OK) faults.Add($"{route.Pattern} answers a token of its own scope {(int)status}");
            }
        }

        // That a program has looked at somebody is noted, and nothing else was done.
        Assert.Empty(faults);
        Assert.Equal([.. before, "register.profile.viewed"], await house.AuditedAsync());
    }

    /// <summary>They know no person, and have a door of their own: ScimDoorTests.</summary>
    private static bool IsForMachines(HouseRoute route) => route.Who.StartsWith("machine ", StringComparison.Ordinal);

    /// <summary>Each with the kind of routes that are there for this one all the same.</summary>
    private static async Task<List<(string Who, HttpClient Client, string? Exempt)>> VisitorsAsync(TestHouse house, RouteTown town)
    {
        const string gates = "before gates";
        var (newcomer, programmer) = (await MemberAsync("Uusi Tulija"), await MemberAsync("Uusi Ohjelmoija"));
        var (operating, scripted) = (await OperatorAsync("Olli Operaattori"), await OperatorAsync("Olga Operaattori"));
        var half = await MemberAsync("Puolikas Sisällä");
        var visitors = new List<(string, HttpClient, string?)>
        {
            ("one who has read nothing", await house.SignedInAsync(newcomer, gates: false), gates),
            ("an operator without a factor", await house.SignedInAsync(operating), gates),
        };

        visitors.Add(("a token of one who has read nothing", await house.WithTokenAsync(programmer, [.. Scopes.All]), null));
        await house.WriteAsync(db => db.Set<GateMark>().Where(m => m.Person == programmer).ExecuteDeleteAsync());
        visitors.Add(("a token of an operator without a factor", await house.WithTokenAsync(scripted, [.. Scopes.All]), null));

        var pending = await house.SignedInAsync(half);
        await house.WriteAsync(db => db.Set<Session>().Where(s => s.Person == half).ExecuteUpdateAsync(s => s.SetProperty(x => x.Pending, true)));
        visitors.Add(("one before the second step", pending, null));
        return visitors;

        async Task<PersonId> MemberAsync(string name)
        {
            var person = await house.Town.StaffAsync(name);
            await house.Town.JoinAsync(person, town.Space.Members, 40);
            return person;
        }

        async Task<PersonId> OperatorAsync(string name)
        {
            var person = await MemberAsync(name);
            await house.WriteAsync(async db => db.Add(new Authority
            {
                Id = AuthorityId.New(),
                Assignment = await db.Set<Assignment>().Where(a => a.Person == person).Select(a => a.Id).SingleAsync(),
                Kind = AuthorityKind.Operator,
                FromUtc = house.Now.AddDays(-1),
                UntilUtc = house.Now.AddDays(30),
            }));
            return person;
        }
    }

    private static async Task<(HttpStatusCode Status, string Body, string To)> AskAsync(HttpClient client, HouseRoute route, RouteTown town, string accept)
    {
        var address = town.Address(route) ?? RouteList.Filled(route.Pattern, _ => town.Post.ToString());
        using var request = new HttpRequestMessage(new(route.Method), address);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Accept.ParseAdd(accept);
        if (!route.IsSafe) request.Content = new FormUrlEncodedContent([new("id", Guid.CreateVersion7().ToString()), new("body", "Moi"), new("space", town.Space.Id.ToString())]);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, body, answer.Headers.Location?.ToString() ?? "");
    }
}
