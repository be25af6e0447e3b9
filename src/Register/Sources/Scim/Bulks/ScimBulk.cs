using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tupa.Register;

/// <summary>
/// Many operations in one request, each for itself: what one is refused hinders none that does not need it. Users that are made one
/// after another are made as sets.
/// </summary>
internal sealed class ScimBulk(ScimUserActions actions, ScimUsers users, ScimGroups groups)
{
    public const int MostOperations = 1_000;
    public const int MostBytes = 4_194_304;

    private const string RequestUrn = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private const string ResponseUrn = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);
    private int _errors;

    public async Task<(JsonObject? Answer, ScimError? Error)> RunAsync(JsonObject body, string root, CancellationToken stop)
    {
        if (body["schemas"] is not JsonArray schemas || !schemas.Any(s => ScimJson.Text(s) == RequestUrn) || body["Operations"] is not JsonArray said)
            return (null, ScimError.Syntax(ScimText.NoOperations));
        if (said.Count > MostOperations) return (null, new(StatusCodes.Status413PayloadTooLarge, null, ScimText.TooManyOperations));

        var most = int.TryParse(ScimJson.Text(body["failOnErrors"]), CultureInfo.InvariantCulture, out var fail) && fail > 0 ? fail : int.MaxValue;
        var answers = await EachAsync([.. said.Select(BulkOperation.Of)], most, root, stop);
        return (new JsonObject
        {
            ["schemas"] = new JsonArray(ResponseUrn),
            ["Operations"] = new JsonArray([.. answers.OfType<JsonNode>()]),
        }, null);
    }

    /// <summary>In order, but what refers to something made later waits for it. Null for what was not done any more.</summary>
    private async Task<JsonObject?[]> EachAsync(IReadOnlyList<BulkOperation> operations, int most, string root, CancellationToken stop)
    {
        var answers = new JsonObject?[operations.Count];
        var waiting = Enumerable.Range(0, operations.Count).ToList();
        while (waiting.Count > 0 && _errors < most)
        {
            var run = Run(operations, waiting);
            if (run.Count == 0) break;

            waiting.RemoveAll(run.Contains);
            var outcomes = await DoneAsync(run.ConvertAll(i => operations[i].With(_made)), most, root, stop);
            for (var i = 0; i < run.Count; i++) answers[run[i]] = outcomes[i] is { } outcome ? Noted(operations[run[i]], outcome, root) : null;
        }

        foreach (var left in waiting.TakeWhile(_ => _errors < most)) answers[left] = Noted(operations[left], ScimOutcome.No(ScimError.Value(ScimText.UnknownBulkId)), root);
        return answers;
    }

    /// <summary>What can be done next: one operation whose references are known, and where it makes a user, those after it that do too.</summary>
    private List<int> Run(IReadOnlyList<BulkOperation> operations, List<int> waiting)
    {
        var first = waiting.FindIndex(i => operations[i].Needs.All(_made.ContainsKey));
        return first < 0 ? [] : operations[waiting[first]].MakesUser
            ? [.. waiting.Skip(first).TakeWhile(i => operations[i].MakesUser && operations[i].Needs.All(_made.ContainsKey)).Take(ScimUserActions.MostAtOnce)]
            : [waiting[first]];
    }

    private async Task<IReadOnlyList<ScimOutcome?>> DoneAsync(List<BulkOperation> run, int most, string root, CancellationToken stop) => run[0].MakesUser
        ? await actions.MakeAsync(run.ConvertAll(o => UserJson.Read(o.Data!)), most - _errors, root, stop)
        : [await OneAsync(run[0], root, stop)];

    private async Task<ScimOutcome> OneAsync(BulkOperation operation, string root, CancellationToken stop)
    {
        if (operation.Error is { } error) return ScimOutcome.No(error);

        IScimResources all = operation.Place == "Users" ? users : groups;
        var id = ScimResourceRoutes.Id(operation.Id);
        if (operation.Method == "DELETE") return await all.EndAsync(id, operation.Version, stop);
        if (operation.Method == "PUT") return await all.ReplaceAsync(id, operation.Version, operation.Data!, root, stop);
        if (operation.Method == "POST") return await all.MakeAsync(operation.Data!, root, stop);

        var (patch, wrong) = ScimPatch.Read(operation.Data!);
        return patch is null ? ScimOutcome.No(wrong!) : await all.PatchAsync(id, operation.Version, patch, root, stop);
    }

    private JsonObject Noted(BulkOperation operation, ScimOutcome outcome, string root)
    {
        var noted = new JsonObject { ["method"] = operation.Method };
        if (operation.BulkId is { } bulkId) noted["bulkId"] = bulkId;
        if (outcome.Error is { } error)
        {
            _errors++;
            if (operation.Id is not null) noted["location"] = $"{root}/{operation.Place}/{operation.Id}";
            noted["status"] = error.Status.ToString(CultureInfo.InvariantCulture);
            noted["response"] = ScimAnswer.Written(error);
            return noted;
        }

        noted["status"] = operation.Method switch { "POST" => "201", "DELETE" => "204", _ => "200" };
        if (outcome.Resource is not { } resource) return noted;

        noted["version"] = ScimJson.Version(resource);
        noted["location"] = resource["meta"]!["location"]!.GetValue<string>();
        if (operation is { Method: "POST", BulkId: { } reference }) _made[reference] = resource["id"]!.GetValue<string>();
        return noted;
    }
}
