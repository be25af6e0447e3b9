using System.Text.Json.Nodes;

namespace Tupa.Register;

/// <summary>One kind of resource that the directory keeps here: what its routes and a bulk ask of it.</summary>
internal interface IScimResources
{
    /// <summary>Whether a change is answered with the resource, or with nothing unless it is asked for: a group may have thousands of members.</summary>
    bool ShowsChanges { get; }

    Task<JsonObject?> FindAsync(Guid id, string root, CancellationToken stop);

    Task<(ScimPage? Page, ScimError? Error)> ListAsync(ScimListing asked, string root, CancellationToken stop);

    Task<ScimOutcome> MakeAsync(JsonObject said, string root, CancellationToken stop);

    Task<ScimOutcome> ReplaceAsync(Guid id, string? ifMatch, JsonObject whole, string root, CancellationToken stop);

    Task<ScimOutcome> PatchAsync(Guid id, string? ifMatch, ScimPatch patch, string root, CancellationToken stop);

    Task<ScimOutcome> EndAsync(Guid id, string? ifMatch, CancellationToken stop);
}
