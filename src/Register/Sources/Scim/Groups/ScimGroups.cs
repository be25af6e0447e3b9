using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>Groups, as routes and bulks ask for them.</summary>
internal sealed class ScimGroups(ScimGroupQueries groups, ScimGroupActions actions) : IScimResources
{
    public bool ShowsChanges => false;

    public Task<JsonObject?> FindAsync(Guid id, string root, CancellationToken stop) => groups.FindAsync(new(id), root, stop);

    public Task<(ScimPage? Page, ScimError? Error)> ListAsync(ScimListing asked, string root, CancellationToken stop) => groups.ListAsync(asked, root, stop);

    public async Task<ScimOutcome> MakeAsync(JsonObject said, string root, CancellationToken stop)
    {
        var (group, error) = GroupJson.Read(said);
        return group is null ? ScimOutcome.No(error!) : await actions.MakeAsync(group, root, stop);
    }

    public Task<ScimOutcome> ReplaceAsync(Guid id, string? ifMatch, JsonObject whole, string root, CancellationToken stop) =>
        actions.ChangeAsync(new(id), ifMatch, _ => GroupJson.Read(whole), root, stop);

    public Task<ScimOutcome> PatchAsync(Guid id, string? ifMatch, ScimPatch patch, string root, CancellationToken stop) =>
        actions.ChangeAsync(new(id), ifMatch, stands => patch.Apply(stands, ScimSchema.Group) is { } error ? (null, error) : GroupJson.Read(stands), root, stop);

    public Task<ScimOutcome> EndAsync(Guid id, string? ifMatch, CancellationToken stop) => actions.EndAsync(new(id), ifMatch, stop);
}
