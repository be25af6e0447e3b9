using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>/scim/v2/Users</summary>
public sealed class ScimUserTests
{
    private const string Department = "\"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\":{\"department\":\"Kirjasto\"}";

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_user_is_a_person_with_a_card_its_origins_and_an_assignment_in_the_unit(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var made = await directory.SendAsync(HttpMethod.Post, "Users", CityDirectory.User("Aino.Makela@kuusisalmi.fi", more: $$"""
            "externalId":"K-1","emails":[{"value":"aino.makela@kuusisalmi.fi","type":"work"}],"phoneNumbers":[{"value":"040 123 4567","type":"mobile"}],
            "addresses":[{"type":"work","streetAddress":"Kirjastonkatu 1","postalCode":"21200","locality":"Raisio"}],{{Department}}
            """), HttpStatusCode.Created);
        var id = CityDirectory.Text(made, "id");

        var card = await directory.House.ReadAsync(async db => await db.Set<CardA>().SingleAsync(c => c.UserId == "Aino.Makela@kuusisalmi.fi"));
        Assert.Equal(("Aino", "Mäkelä", "aino.makela@kuusisalmi.fi", "+358401234567", "Kirjastonkatu 1, 21200 Raisio", "Kirjasto"),
            (card.GivenName, card.FamilyName, card.Email, card.Phone, card.WorkAddress, card.Organisation));
        Assert.Equal(7, await directory.House.ReadAsync(db => db.Set<Origin>().CountAsync(o => o.Person == card.Person)));
        Assert.Equal(["Henkilökunta", "Kirjasto", "Kuusisalmen kaupunki"], await directory.GroupsAsync(id));

        var shown = await directory.GetAsync($"Users/{id}");
        Assert.True(JsonNode.DeepEquals(made, shown), shown.ToJsonString());
        Assert.Equal("+358401234567", shown["phoneNumbers"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("mobile", shown["phoneNumbers"]![0]!["type"]!.GetValue<string>());
        Assert.Equal("Raisio", shown["addresses"]![0]!["locality"]!.GetValue<string>());
        Assert.Equal("Kirjasto", shown[ScimSchema.EnterpriseUrn]!["department"]!.GetValue<string>());
        Assert.Equal($"{directory.House.Address}scim/v2/Users/{id}", shown["meta"]!["location"]!.GetValue<string>());
        Assert.Contains("register.scim.user.made", await directory.House.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_replaced_user_has_what_is_said_and_nothing_else(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: $$"""
            "externalId":"K-1","active":false,"emails":[{"value":"aino@kuusisalmi.fi","type":"work"}],{{Department}}
            """));
        var put = await directory.SendAsync(HttpMethod.Put, $"Users/{id}", CityDirectory.User("aino.uusi", "Aini", more: "\"phoneNumbers\":[{\"value\":\"0401234567\",\"type\":\"work\"}]"), HttpStatusCode.OK);

        Assert.Null(put["emails"]);
        Assert.Null(put["externalId"]);
        Assert.Null(put[ScimSchema.EnterpriseUrn]);
        Assert.False(put["active"]!.GetValue<bool>());
        Assert.Equal(["Henkilökunta", "Kuusisalmen kaupunki"], await directory.GroupsAsync(id));
        var person = await directory.PersonAsync(id);
        var words = await directory.House.ReadAsync(db => db.Set<NameWord>().Where(w => w.Person == person).Select(w => w.Word).ToListAsync());
        Assert.Contains("aini", words);
        Assert.DoesNotContain("kirjasto", words);
        Assert.Equal(PersonNaming.SortKey("Aini", "Mäkelä"), await directory.House.ReadAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.SortKey).SingleAsync()));
        await directory.SendAsync(HttpMethod.Put, $"Users/{Guid.CreateVersion7()}", CityDirectory.User("kuka"), HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Said_again_it_changes_nothing(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var said = CityDirectory.User("aino", more: "\"externalId\":\"K-1\"");
        var id = await directory.MakeAsync(said);
        var (before, audited) = (await directory.GetAsync($"Users/{id}"), await directory.House.AuditedAsync());
        await directory.SendAsync(HttpMethod.Put, $"Users/{id}", said, HttpStatusCode.OK);
        await directory.PatchAsync($"Users/{id}", """{"op":"replace","path":"active","value":true}""");

        Assert.True(JsonNode.DeepEquals(before, await directory.GetAsync($"Users/{id}")));
        Assert.Equal(audited, await directory.House.AuditedAsync());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_move_to_another_unit_keeps_what_both_give_and_the_groups_of_the_directory(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: Department));
        await directory.SendAsync(HttpMethod.Post, "Groups", CityDirectory.Group("Kuoro", id), HttpStatusCode.Created);
        await directory.PatchAsync($"Users/{id}", $$"""{"op":"replace","path":"{{ScimSchema.EnterpriseUrn}}:department","value":"Museo"}""");

        Assert.Equal(["Henkilökunta", "Kuoro", "Kuusisalmen kaupunki", "Museo"], await directory.GroupsAsync(id));
        var person = await directory.PersonAsync(id);
        Assert.Single(await directory.House.ReadAsync(db => Assignment.In(db, directory.House.Now).Where(a => a.Person == person).ToListAsync()));
        Assert.Equal(Helsinki.Never, await directory.House.ReadAsync(db => db.Set<Person>().Where(p => p.Id == person).Select(p => p.UsedUntil).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Active_false_cuts_sign_in_at_once_and_true_gives_it_back(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        var person = await directory.PersonAsync(id);
        using var browser = await directory.House.SignedInAsync(person);
        using var program = await directory.House.WithTokenAsync(person, Access.Scopes.MeRead);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);

        await directory.PatchAsync($"Users/{id}", """{"op":"Replace","path":"active","value":"False"}""");
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/me")).StatusCode);
        Assert.False((await directory.GetAsync($"Users/{id}"))["active"]!.GetValue<bool>());
        Assert.Contains("Henkilökunta", await directory.GroupsAsync(id));
        Assert.Contains("access.account.cut", await directory.House.AuditedAsync());

        await directory.PatchAsync($"Users/{id}", """{"op":"replace","value":{"active":true}}""");
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/me")).StatusCode);
        using var again = await directory.House.SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/me")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_cut_stands_for_an_account_that_is_made_later_and_until_every_source_has_lifted_its_own(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: "\"active\":false"));
        var person = await directory.PersonAsync(id);
        var other = SourceRecordId.New();
        await directory.House.WriteAsync(db =>
        {
            db.Add(new SourceRecord { Id = other, Source = Source.Ldap, Key = "G-1", Person = person });
            return Task.CompletedTask;
        });
        await directory.House.InAsync((SourceCuts cuts) => cuts.CutAsync([other], Actor.House("register.ldap")));
        using var browser = await directory.House.SignedInAsync(person);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);

        await directory.PatchAsync($"Users/{id}", """{"op":"replace","path":"active","value":true}""");
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        await directory.House.InAsync((SourceCuts cuts) => cuts.RestoreAsync([other], Actor.House("register.ldap")));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_deleted_user_has_ended_and_comes_back_by_the_same_key_as_the_same_person(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        await ManyAsync(directory, 12);
        var said = CityDirectory.User("aino", more: "\"externalId\":\"K-1\"");
        var id = await directory.MakeAsync(said);
        var person = await directory.PersonAsync(id);
        await directory.SendAsync(HttpMethod.Delete, $"Users/{id}", null, HttpStatusCode.NoContent);

        await directory.GetAsync($"Users/{id}", HttpStatusCode.NotFound);
        Assert.Empty(await directory.FindAsync("Users", "userName eq \"aino\""));
        Assert.Empty(await directory.GroupsAsync(id));
        await directory.SendAsync(HttpMethod.Delete, $"Users/{id}", null, HttpStatusCode.NotFound);
        await directory.SendAsync(HttpMethod.Post, "Users", CityDirectory.User("aino", more: "\"externalId\":\"K-2\""), HttpStatusCode.Conflict);

        Assert.Equal(id, await directory.MakeAsync(said));
        Assert.Equal(person, await directory.PersonAsync(id));
        Assert.Contains("Henkilökunta", await directory.GroupsAsync(id));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_would_end_more_than_a_tenth_in_a_day_is_gone_for_the_directory_cannot_sign_in_and_waits(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var ids = await ManyAsync(directory, 20);
        foreach (var gone in ids.Take(4)) await directory.SendAsync(HttpMethod.Delete, $"Users/{gone}", null, HttpStatusCode.NoContent);

        foreach (var ended in ids.Take(2)) Assert.Empty(await directory.GroupsAsync(ended));
        foreach (var waiting in ids.Skip(2).Take(2))
        {
            await directory.GetAsync($"Users/{waiting}", HttpStatusCode.NotFound);
            Assert.Contains("Henkilökunta", await directory.GroupsAsync(waiting));
            using var browser = await directory.House.SignedInAsync(await directory.PersonAsync(waiting));
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/me")).StatusCode);
        }

        Assert.Equal(16, (await directory.GetAsync("Users?count=0"))["totalResults"]!.GetValue<int>());
        await directory.House.InAsync((ScimEnds ends) => ends.KeepAsync(Actor.House("test"), default));
        Assert.True((await directory.GetAsync($"Users/{ids[2]}"))["active"]!.GetValue<bool>());
        await directory.SendAsync(HttpMethod.Delete, $"Users/{ids[2]}", null, HttpStatusCode.NoContent);
        Assert.Equal(1, await directory.House.InAsync((ScimEnds ends) => ends.ApproveAsync(Actor.House("test"), default)));
        Assert.Empty(await directory.GroupsAsync(ids[2]));
        Assert.Contains("Henkilökunta", await directory.GroupsAsync(ids[3]));
        directory.House.Clock.Move(TimeSpan.FromHours(23));
        directory.House.Clock.Move(TimeSpan.FromHours(2));
        using var later = await CityDirectory.AtDoorAsync(directory.House);
        Assert.Equal(HttpStatusCode.NoContent, (await later.DeleteAsync($"Users/{ids[3]}")).StatusCode);
        Assert.Empty(await directory.GroupsAsync(ids[3]));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_who_is_here_already_is_found_by_user_id_or_exact_address_and_never_by_name(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var (byId, byMail, byName) = (await SomebodyAsync(directory, "Aino Mäkelä", "Aino.Mäkelä", null), await SomebodyAsync(directory, "Börje Öhman", null, "borje.ohman@kuusisalmi.fi"), await SomebodyAsync(directory, "Eero Lahti", null, null));

        Assert.Equal(byId, await directory.PersonAsync(await directory.MakeAsync(CityDirectory.User("aino.makela", "Joku", "Muu"))));
        Assert.Equal(byMail, await directory.PersonAsync(await directory.MakeAsync(CityDirectory.User("bohman", "Börje", "Öhman", "\"emails\":[{\"value\":\"Borje.Ohman@Kuusisalmi.fi\",\"type\":\"work\"}]"))));
        Assert.NotEqual(byName, await directory.PersonAsync(await directory.MakeAsync(CityDirectory.User("elahti", "Eero", "Lahti"))));

        // What nobody has on record is the directory's now; what another source gave stays.
        Assert.Equal("Joku", await directory.House.ReadAsync(db => db.Set<CardA>().Where(c => c.Person == byId).Select(c => c.GivenName).SingleAsync()));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_another_source_gave_stays_and_is_what_the_directory_is_shown(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var person = await SomebodyAsync(directory, "Aino Mäkelä", "aino", null);
        var record = SourceRecordId.New();
        await directory.House.WriteAsync(db =>
        {
            db.Add(new SourceRecord { Id = record, Source = Source.Supervisors, Key = "E-1", Person = person });
            db.Add(new Origin { Person = person, Card = Card.A, Column = "given_name", SourceRecord = record, Batch = Guid.CreateVersion7(), ReceivedAt = directory.House.Now });
            return Task.CompletedTask;
        });
        var made = await directory.SendAsync(HttpMethod.Post, "Users", CityDirectory.User("aino", "Aini", "Salo"), HttpStatusCode.Created);
        Assert.Equal("Aino", made["name"]!["givenName"]!.GetValue<string>());
        Assert.Equal("Salo", made["name"]!["familyName"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_is_doubtful_or_taken_is_409_uniqueness_and_changes_nothing(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino", more: "\"externalId\":\"K-1\""));
        await directory.MakeAsync(CityDirectory.User("eero", more: "\"externalId\":\"K-2\""));
        await SomebodyAsync(directory, "Siiri Salo", "siiri", null);
        await SomebodyAsync(directory, "Sami Salo", "sami", "salo@kuusisalmi.fi");
        var school = await directory.House.Town.UnitAsync("Salmen koulu", UnitKind.School, await directory.House.Town.CityAsync(), "03764");
        var pupil = await directory.House.Town.PupilAsync("Oona Oppilas", school, await directory.House.Town.GroupAsync("7B", GroupKind.Class, school));
        await directory.House.WriteAsync(async db => (await db.Set<CardB>().SingleAsync(c => c.Person == pupil)).UserId = "oppilas");
        var people = await directory.House.ReadAsync(db => db.Set<Person>().CountAsync());

        string[] taken =
        [
            CityDirectory.User("toinen", more: "\"externalId\":\"K-1\""),
            CityDirectory.User("AINO", more: "\"externalId\":\"K-3\""),
            CityDirectory.User("siiri", more: "\"emails\":[{\"value\":\"salo@kuusisalmi.fi\",\"type\":\"work\"}]"),
            CityDirectory.User("kolmas", more: "\"emails\":[{\"value\":\"salo@kuusisalmi.fi\",\"type\":\"work\"}]"),
            CityDirectory.User("oppilas"),
        ];
        foreach (var user in taken) Assert.Equal("uniqueness", CityDirectory.Text(await directory.SendAsync(HttpMethod.Post, "Users", user, HttpStatusCode.Conflict), "scimType"));
        foreach (var change in new[] { """{"op":"replace","path":"userName","value":"eero"}""", """{"op":"replace","path":"externalId","value":"K-2"}""", """{"op":"replace","path":"userName","value":"siiri"}""" })
            await directory.SendAsync(HttpMethod.Patch, $"Users/{id}", CityDirectory.Patch(change), HttpStatusCode.Conflict);

        Assert.Equal(people, await directory.House.ReadAsync(db => db.Set<Person>().CountAsync()));
        Assert.Equal("aino", CityDirectory.Text(await directory.GetAsync($"Users/{id}"), "userName"));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_version_that_does_not_stand_is_412_and_one_that_is_known_304(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        var id = await directory.MakeAsync(CityDirectory.User("aino"));
        using var shown = await directory.AnswerAsync(HttpMethod.Get, $"Users/{id}");
        var tag = shown.Headers.ETag!.ToString();
        Assert.StartsWith("W/", tag, StringComparison.Ordinal);
        Assert.Equal(tag, (await directory.GetAsync($"Users/{id}"))["meta"]!["version"]!.GetValue<string>());

        using var request = new HttpRequestMessage(HttpMethod.Get, $"Users/{id}");
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        Assert.Equal(HttpStatusCode.NotModified, (await directory.Client.SendAsync(request)).StatusCode);

        var change = CityDirectory.Patch("""{"op":"replace","path":"name.givenName","value":"Aini"}""");
        await directory.SendAsync(HttpMethod.Patch, $"Users/{id}", change, HttpStatusCode.PreconditionFailed, "W/\"toinen\"");
        await directory.SendAsync(HttpMethod.Put, $"Users/{id}", CityDirectory.User("a"), HttpStatusCode.PreconditionFailed, "W/\"toinen\"");
        await directory.SendAsync(HttpMethod.Delete, $"Users/{id}", null, HttpStatusCode.PreconditionFailed, "W/\"toinen\"");
        var changed = await directory.SendAsync(HttpMethod.Patch, $"Users/{id}", change, HttpStatusCode.OK, tag);
        Assert.NotEqual(tag, changed["meta"]!["version"]!.GetValue<string>());
        await directory.SendAsync(HttpMethod.Patch, $"Users/{id}", change, HttpStatusCode.PreconditionFailed, tag);
    }

    private static async Task<List<string>> ManyAsync(CityDirectory directory, int many)
    {
        var ids = new List<string>();
        for (var i = 0; i < many; i++) ids.Add(await directory.MakeAsync(CityDirectory.User($"joku{i}", "Joku", $"Jokunen{i}")));
        return ids;
    }

    private static async Task<PersonId> SomebodyAsync(CityDirectory directory, string name, string? userId, string? mail)
    {
        var person = await directory.House.Town.StaffAsync(name);
        await directory.House.WriteAsync(async db =>
        {
            var card = await db.Set<CardA>().SingleAsync(c => c.Person == person);
            (card.UserId, card.Email) = (userId, mail);
            var known = await db.Set<NameWord>().Where(w => w.Person == person).Select(w => w.Word).ToListAsync();
            db.AddRange(PersonNaming.Words(person, userId).Where(w => !known.Contains(w.Word)));
        });
        return person;
    }
}
