"""What the screens of this app ask: of visitors, of contributors and of the team."""

from footing_web.enquiries.forms.contributors import (
    ApprovalForm,
    CommentsForm,
    ConsentForm,
    LostLinkForm,
    OfferForm,
    SlotForm,
    SureForm,
)
from footing_web.enquiries.forms.team import (
    AnswerForm,
    BulletinForm,
    DraftForm,
    InterviewForm,
    NoteForm,
    OwnerForm,
    SlotsForm,
    SponsorForm,
    StateForm,
    TurnDownForm,
)
from footing_web.enquiries.forms.visitors import (
    CommentForm,
    ConversationForm,
    CorrectionForm,
    EventPlaceForm,
    NewsForm,
    SponsorOfferForm,
    TopicsForm,
)

__all__ = [
    "AnswerForm",
    "ApprovalForm",
    "BulletinForm",
    "CommentForm",
    "CommentsForm",
    "ConsentForm",
    "ConversationForm",
    "CorrectionForm",
    "DraftForm",
    "EventPlaceForm",
    "InterviewForm",
    "LostLinkForm",
    "NewsForm",
    "NoteForm",
    "OfferForm",
    "OwnerForm",
    "SlotForm",
    "SlotsForm",
    "SponsorForm",
    "SponsorOfferForm",
    "StateForm",
    "SureForm",
    "TopicsForm",
    "TurnDownForm",
]
