using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>Users that come one by one over many connections are made together.</summary>
public sealed class ScimGatheringTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Each_of_many_that_come_at_once_is_answered_for_itself_and_of_two_with_one_user_name_one_is_refused(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);
        string[] names = [.. Enumerable.Range(0, 12).Select(n => $"nimi{n}"), "sama", "sama"];
        var answers = await Task.WhenAll(names.Select(async (name, n) =>
        {
            using var answer = await directory.AnswerAsync(HttpMethod.Post, "Users", CityDirectory.User(name, "Nimi", $"Niminen-{n}", $"\"externalId\":\"k-{n}\""));
            return (Name: name, Key: $"k-{n}", answer.StatusCode, Said: JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
        }));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Where(a => a.Name == "sama").Select(a => a.StatusCode).Order());
        Assert.All(answers.Where(a => a.Name != "sama"), a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.All(answers.Where(a => a.StatusCode == HttpStatusCode.Created), a =>
            Assert.Equal((a.Name, a.Key), (CityDirectory.Text(a.Said, "userName"), CityDirectory.Text(a.Said, "externalId"))));
        Assert.Equal(13, (await directory.GetAsync("Users"))["totalResults"]!.GetValue<int>());
        Assert.Equal(13, (await directory.House.AuditedAsync()).Count(a => a == "register.scim.user.made"));
    }

    [Fact]
    public async Task Who_comes_while_others_are_made_is_made_with_those_who_wait_too()
    {
        await using var directory = await CityDirectory.OpenAsync("sqlite");
        var gathering = directory.House.Services.GetRequiredService<ScimGathering>();
        var (entered, let) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var before = directory.House.WriteAsync(async _ =>
        {
            entered.SetResult();
            await let.Task;
        });
        await entered.Task;
        var coming = Enumerable.Range(0, 12).Select(n => gathering.MakeAsync(User($"nimi{n}"), "", default)).ToList();
        let.SetResult();
        await before;

        Assert.All(await Task.WhenAll(coming), made => Assert.Null(made.Error));
        Assert.InRange(await directory.House.ReadAsync(db => db.Set<SourceRecord>().Select(r => r.LastBatch).Distinct().CountAsync()), 1, 2);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_stops_one_is_no_hindrance_to_those_who_came_with_it(string database)
    {
        await using var directory = await CityDirectory.OpenAsync(database);

        // The key is taken by what no look finds before the database says so.
        await directory.House.WriteAsync(db =>
        {
            db.Add(new SourceRecord { Id = SourceRecordId.New(), Source = Source.Scim, Key = "taken" });
            return Task.CompletedTask;
        });
        var gathering = directory.House.Services.GetRequiredService<ScimGathering>();
        using var away = new CancellationTokenSource();
        await away.CancelAsync();
        var (good, gone) = (Enumerable.Range(0, 5).Select(n => gathering.MakeAsync(User($"nimi{n}"), "", default)).ToList(), gathering.MakeAsync(User("poissa"), "", away.Token));
        var (taken, broken, last) = (gathering.MakeAsync(User("varattu", "taken"), "", default), gathering.MakeAsync(User(null!), "", default), gathering.MakeAsync(User("viimeinen"), "", default));

        Assert.All(await Task.WhenAll([.. good, last]), made => Assert.NotNull(made.Resource));
        Assert.Equal((int)HttpStatusCode.Conflict, (await taken).Error?.Status);
        await Assert.ThrowsAsync<NullReferenceException>(() => broken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        var names = (await directory.GetAsync("Users"))["Resources"]!.AsArray().Select(u => u!["userName"]!.GetValue<string>()).Order();
        Assert.Equal(["nimi0", "nimi1", "nimi2", "nimi3", "nimi4", "viimeinen"], names);
    }

    private static ScimUser User(string name, string? key = null) => new(key, name, null, "Nimi", "Niminen", null, null, ScimPhone.Work, null, null, null);
}
