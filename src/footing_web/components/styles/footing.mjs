// The components' scripts that our pages use. Every page works without them.
import {
  Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink, Tabs, createAll
} from 'govuk-frontend'

for (const Component of [
  Accordion, Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink, Tabs
]) createAll(Component)
